import { app } from '../../../../../../../server/app.ts';
import { NOT_FOUND, problem } from '../../../../../../../server/pages/api.ts';
import { visitRecord } from '../../../../../../../server/pages/record.ts';
import { dossierOf } from '../../../../../../../server/seals/dossier.ts';
import type { RequestHandler } from './$types';

/** A sealed record to take away and check (SE10): for who may read all of it. */
export const GET: RequestHandler = async ({ params, locals }) => {
	if (!locals.principal) return problem(401, 'no-session', 'Sign in first.');
	const visit = await visitRecord(app(), locals.principal, params.meeting);
	const dossier = visit?.whole ? await dossierOf(app().sql, params.meeting) : null;
	if (!dossier) return NOT_FOUND();
	return new Response(JSON.stringify(dossier), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="ho-so-${params.meeting}.json"`,
			'cache-control': 'private, no-store'
		}
	});
};
