import { error } from '@sveltejs/kit';
import { paperOf } from '#lib/official/papers.ts';
import * as v from 'valibot';
import { app } from '../../../../../../server/app.ts';
import { choicesIn, PaperName } from '../../../../../../server/official/asked.ts';
import { sourceOf } from '../../../../../../server/pages/official.ts';
import { visitRecord } from '../../../../../../server/pages/record.ts';
import { signedIn } from '../../../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { meeting, paper: name } = event.params;
	const chosen = choicesIn(event.url.searchParams);
	const visit = await visitRecord(app(), signedIn(event), meeting);
	if (!visit || !chosen || !v.is(PaperName, name)) error(404);
	const paper = paperOf(await sourceOf(app(), visit, chosen), name);
	if (!paper) error(404);
	return { paper, meeting, query: event.url.search };
};
