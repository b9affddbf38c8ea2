import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may open a socket: its Origin is one of ours. A request without one is let through only
 * where browsers leave it out on our own pages, which is reading by GET without an upgrade.
 * @param origins  read at each request: with PORT=0 they are known only once the server listens
 */
export function originChecker(origins: readonly string[]): (request: IncomingMessage) => boolean {
	return ({ headers, method }) => {
		const origin = headers.origin;
		if (origin === undefined) return method === 'GET' && headers.upgrade === undefined;
		return origins.includes(origin);
	};
}
