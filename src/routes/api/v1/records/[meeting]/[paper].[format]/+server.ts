import { loadWords } from '#lib/i18n/words.ts';
import { app } from '../../../../../../../server/app.ts';
import { askedFor, choicesIn } from '../../../../../../../server/official/asked.ts';
import { PressBusy, PressFailed } from '../../../../../../../server/official/press.ts';
import { problem } from '../../../../../../../server/pages/api.ts';
import { download, fileOf } from '../../../../../../../server/pages/official-files.ts';
import { sourceOf } from '../../../../../../../server/pages/official.ts';
import { visitRecord } from '../../../../../../../server/pages/record.ts';
import { report } from '../../../../../../../server/report.ts';
import type { RequestHandler } from './$types';

/** Who reads the record has its papers. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { problems } = (await loadWords(locals.locale)).official;
	if (!locals.principal) return problem(401, 'no-session', problems.signIn);
	const asked = askedFor(params.paper, params.format);
	const visit = asked && (await visitRecord(app(), locals.principal, params.meeting));
	if (!visit) return problem(404, 'not-found', problems.notFound);
	const chosen = choicesIn(url.searchParams);
	if (!chosen) return problem(400, 'malformed', problems.malformed);
	try {
		const source = await sourceOf(app(), visit, chosen);
		const file = await fileOf(app(), visit, source, asked);
		return file ? download(file) : problem(404, 'not-found', problems.notFound);
	} catch (error) {
		if (error instanceof PressBusy) return problem(503, error.id, problems.busy);
		if (!(error instanceof PressFailed)) throw error;
		report('official-paper', error, { meeting: params.meeting, paper: params.paper });
		return problem(500, error.id, problems.failed);
	}
};
