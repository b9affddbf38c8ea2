import { loadWords } from '#lib/i18n/words.ts';
import * as v from 'valibot';
import { app } from '../../../../../../../server/app.ts';
import { choicesIn, Format, PaperName } from '../../../../../../../server/official/asked.ts';
import { PressBusy, PressFailed } from '../../../../../../../server/official/press.ts';
import { problem } from '../../../../../../../server/pages/api.ts';
import { download, official, TYPES, written } from '../../../../../../../server/pages/official.ts';
import { visitRecord } from '../../../../../../../server/pages/record.ts';
import { report } from '../../../../../../../server/report.ts';
import type { RequestHandler } from './$types';

/** Who reads the record has its papers. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { problems } = (await loadWords(locals.locale)).official;
	if (!locals.principal) return problem(401, 'no-session', problems.signIn);
	const kind = v.safeParse(PaperName, params.paper);
	const format = v.safeParse(Format, params.format);
	const visit = await visitRecord(app(), locals.principal, params.meeting);
	if (!visit || !kind.success || !format.success) return problem(404, 'not-found', problems.notFound);
	const chosen = choicesIn(url.searchParams);
	if (!chosen) return problem(400, 'malformed', problems.malformed);
	const paper = official(visit, kind.output, chosen);
	try {
		const bytes = await written(app(), paper, format.output);
		return download(bytes, TYPES[format.output], `${paper.title}.${format.output}`);
	} catch (error) {
		if (error instanceof PressBusy) return problem(503, error.id, problems.busy);
		if (!(error instanceof PressFailed)) throw error;
		report('official-paper', error, { meeting: params.meeting, paper: params.paper });
		return problem(500, error.id, problems.failed);
	}
};
