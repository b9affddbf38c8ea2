import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may open a socket: its Origin is one of ours. A request without one is let through only
 * where browsers leave it out on our own pages, which is reading by GET without an upgrade.
 */
export function originChecker(origins: readonly string[]): (request: IncomingMessage) => boolean {
	const allowed = new Set(origins);
	return ({ headers, method }) => {
		const origin = headers.origin;
		if (origin === undefined) return method === 'GET' && headers.upgrade === undefined;
		return allowed.has(origin);
	};
}
