import canonicalize from 'canonicalize';
import { app } from '../../../../../../server/app.ts';
import { NOT_FOUND, problem } from '../../../../../../server/pages/api.ts';
import { visitRecord, withAttempts } from '../../../../../../server/pages/record.ts';
import type { RequestHandler } from './$types';

/** It tells everything, so only who may know everything gets it; the page serves the others. */
export const GET: RequestHandler = async ({ params, locals }) => {
	if (!locals.principal) return problem(401, 'no-session', 'Sign in first.');
	const visit = await visitRecord(app(), locals.principal, params.meeting);
	if (!visit?.whole) return NOT_FOUND();
	const record = await withAttempts(app(), visit);
	return new Response(canonicalize(record), {
		headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }
	});
};
