import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { parsePasted } from '#lib/people/paste.ts';
import { app } from '../../../../../../server/app.ts';
import { cellFor } from '../../../../../../server/pages/cell.ts';
import { checked, valuesOf } from '../../../../../../server/pages/forms.ts';
import { actor } from '../../../../../../server/pages/session.ts';
import { peopleOf } from '../../../../../../server/people/directory.ts';
import { batchOf, plan } from '../../../../../../server/people/import.ts';
import { keepPeople } from '../../../../../../server/people/keep.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const MOST_LETTERS = 200_000;
/** Kept as it came: tabs part the columns. */
const Form = v.object({
	list: v.pipe(v.string('required'), v.regex(/\S/, 'required'), v.maxLength(MOST_LETTERS, 'too-long'))
});

export const load: PageServerLoad = async (event) => {
	const { cell } = await cellFor(event, event.params.cell, 'people');
	return { cell };
};

/** What the list would do now; the second time, what it does: the cell may have changed in between. */
async function planned(event: RequestEvent) {
	const { cell, principal } = await cellFor(event, event.params.cell, 'people');
	const form = checked(Form, await valuesOf(event.request));
	if (!form.ok)
		return { ok: false, answer: fail(400, { ...form.rejected, lines: null, done: null }) } as const;
	const lines = plan(
		parsePasted(form.data.list, new Date().getFullYear()),
		await peopleOf(app().db, cell.id)
	);
	return { ok: true, cell, by: actor(principal), list: form.data.list, lines } as const;
}

export const actions: Actions = {
	preview: async (event) => {
		const found = await planned(event);
		if (!found.ok) return found.answer;
		return { values: { list: found.list }, errors: {}, lines: found.lines, done: null };
	},
	confirm: async (event) => {
		const found = await planned(event);
		if (!found.ok) return found.answer;
		const batch = batchOf(found.lines);
		const kept = await keepPeople(app(), found.by, found.cell.id, batch);
		if (!kept.ok)
			return fail(409, {
				values: { list: found.list },
				errors: { list: 'last-secretary' as const },
				lines: found.lines,
				done: null
			});
		return {
			values: {},
			errors: {},
			lines: null,
			done: { added: batch.added.length, changed: batch.changed.length }
		};
	}
};
