import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { termOf } from '#lib/numbers/term.ts';
import { app } from '../../../../../../server/app.ts';
import {
	beginAfter,
	COUNTED,
	givenIn,
	kindsOf,
	setTerm,
	type Counted
} from '../../../../../../server/meetings/register.ts';
import { cellFor } from '../../../../../../server/pages/cell.ts';
import { checked, choice, rejected, valuesOf, wholeNumber } from '../../../../../../server/pages/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell } = await cellFor(event, event.params.cell, 'meetings');
	return { cell, kinds: await kindsOf(app().log, cell), given: await givenIn(app().sql, cell.id) };
};

const Begin = v.object({ paper: choice(COUNTED), last: wholeNumber(1, 9999) });

const nothing = { values: {}, errors: {}, paper: null as Counted | null, done: null };

export const actions: Actions = {
	term: async (event) => {
		const { cell } = await cellFor(event, event.params.cell, 'meetings');
		const values = await valuesOf(event.request);
		const term = termOf(values.term ?? '');
		if (term === null) return fail(400, { ...nothing, ...rejected(values, { term: 'bad-term' }) });
		await setTerm(app().db, cell.id, term);
		return { ...nothing, done: 'term' as const };
	},
	begin: async (event) => {
		const { cell } = await cellFor(event, event.params.cell, 'meetings');
		const values = await valuesOf(event.request);
		const form = checked(Begin, values);
		const paper = COUNTED.find((each) => each === values.paper) ?? null;
		if (!form.ok) return fail(400, { ...nothing, ...form.rejected, paper });
		const isBegun = await beginAfter(app().log, cell, form.data.paper, form.data.last);
		return { ...nothing, paper, done: isBegun ? ('begun' as const) : ('taken' as const) };
	}
};
