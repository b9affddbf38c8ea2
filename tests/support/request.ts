import { request as http, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as https } from 'node:https';

export interface Place {
	readonly port: number;
	readonly secure?: boolean;
}

export interface Reply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

interface Ask {
	readonly method?: string;
	/** Any at all, `Host` and `Origin` too, which `fetch` keeps to itself. */
	readonly headers?: OutgoingHttpHeaders;
	readonly body?: string;
	/** The certificate to accept; without it any one is. */
	readonly ca?: string;
}

/** One request to this machine, on a connection of its own. */
export function ask({ port, secure = false }: Place, path: string, asked: Ask = {}): Promise<Reply> {
	const { method = 'GET', headers = {}, body, ca } = asked;
	const options = { host: '127.0.0.1', port, path, method, headers, agent: false, timeout: 30_000 };
	return new Promise((resolve, reject) => {
		const request = secure ? https({ ...options, ca, rejectUnauthorized: ca !== undefined }) : http(options);
		request.once('error', reject);
		request.once('timeout', () => request.destroy(new Error(`${path} was not answered`)));
		request.once('response', (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (more: string) => (text += more));
			response.once('error', reject);
			response.once('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
			);
		});
		request.end(body);
	});
}
