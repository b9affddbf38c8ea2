import type { RequestHandler } from './$types';

/** Which meeting this screen was given; null while it waits, and for whoever is no screen. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json(
		{ meeting: locals.principal?.kind === 'wall' ? locals.principal.meeting : null },
		{ headers: { 'cache-control': 'no-store' } }
	);
