/**
 * The web server around SvelteKit's handler: one port for pages, Socket.IO and the documents' WebSocket.
 */
import {
	createServer as createHttp,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Tls } from './tls.ts';

export interface HttpOptions {
	readonly origins: readonly string[];
	readonly tls: Tls | null;
	readonly trustProxy: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export function createServer({ origins, tls, trustProxy }: HttpOptions, handler: Handler): Server {
	const isOurs = (host: string | undefined) => origins.some((origin) => new URL(origin).host === host);
	const listener: RequestListener = (request, response) => {
		// Kit builds its own origin from these two, so a stranger must not choose them.
		if (!isOurs(request.headers.host) && !isProbe(request)) return refuse(response);
		if (!trustProxy) request.headers['x-forwarded-proto'] = tls ? 'https' : 'http';
		// Kit refuses to work without it; what comes past the proxy is its own sender.
		else request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
		if (isForeignWrite(request, origins)) return refuse(response);
		if (isTooLarge(request)) return tooLarge(response);
		handler(request, response);
	};
	if (!tls) return createHttp(listener);
	return createHttps({ cert: tls.cert, key: tls.key }, listener);
}

/** Health checks come by address, whatever the name. */
function isProbe({ url }: IncomingMessage): boolean {
	return url === '/healthz' || url === '/readyz';
}

/** Kit checks forms only; every unsafe method of ours needs an Origin of ours. */
function isForeignWrite({ method, headers }: IncomingMessage, origins: readonly string[]): boolean {
	if (method === 'GET' || method === 'HEAD') return false;
	return headers.origin === undefined || !origins.includes(headers.origin);
}

const MOST_BYTES = 512 * 1024;
/** The addresses that take a file: a paper's, and that of proofs (src/routes/meetings/[id]/papers, …/handbook). */
const TAKES_FILES = /^\/meetings\/[\w-]{1,36}\/(?:papers\/[\w-]{1,36}\/file|handbook\?\/[a-z]+)$/;

/** Kit knows one limit for all; a body that does not say how long it is could be of any length. */
function isTooLarge({ method, url = '', headers }: IncomingMessage): boolean {
	if (method === 'GET' || method === 'HEAD' || TAKES_FILES.test(url)) return false;
	if (url.startsWith('/socket.io')) return false;
	const length = Number(headers['content-length'] ?? (headers['transfer-encoding'] ? Infinity : 0));
	return length > MOST_BYTES;
}

function tooLarge(response: ServerResponse): void {
	response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
	response.end(JSON.stringify({ error: { code: 'too-large', message: 'This is more than is taken here.' } }));
}

function refuse(response: ServerResponse): void {
	response.writeHead(403, { 'content-type': 'application/json' });
	response.end(
		JSON.stringify({ error: { code: 'forbidden', message: 'This address is not one of this server.' } })
	);
}
