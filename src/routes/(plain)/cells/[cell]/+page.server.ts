import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { app } from '../../../../../server/app.ts';
import { retentionOf, setRetention } from '../../../../../server/archive/retention.ts';
import { cellFor, NewPerson } from '../../../../../server/pages/cell.ts';
import { checked, valuesOf, wholeNumber } from '../../../../../server/pages/forms.ts';
import { actor } from '../../../../../server/pages/session.ts';
import { loginsOf, peopleOf } from '../../../../../server/people/directory.ts';
import { keepPeople, NEW_MEMBER } from '../../../../../server/people/keep.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell, rights } = await cellFor(event, event.params.cell, 'people');
	const rows = await peopleOf(app().db, cell.id);
	const logins = await loginsOf(
		app().db,
		rows.map(({ id }) => id)
	);
	const people = rows.map(({ id, name, birthYear, partyStatus, office, standing, hasDevice }) => ({
		id,
		name,
		birthYear,
		partyStatus,
		office,
		standing,
		hasDevice,
		hasAccount: logins.has(id)
	}));
	const retention = rights.records ? await retentionOf(app().db, cell.id) : null;
	return { cell, rights, people, retention };
};

/** Empty where nothing was decided. */
const Retention = v.object({
	years: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			wholeNumber(1, 100)
		],
		'bad-number'
	)
});

export const actions: Actions = {
	add: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'people');
		const form = checked(NewPerson, await valuesOf(event.request));
		if (!form.ok) return fail(400, { ...form.rejected, added: null, kept: false });
		await keepPeople(app(), actor(principal), cell.id, {
			added: [{ ...NEW_MEMBER, ...form.data }],
			changed: []
		});
		return { values: {}, errors: {}, added: form.data.name, kept: false };
	},
	retention: async (event) => {
		const { cell } = await cellFor(event, event.params.cell, 'records');
		const form = checked(Retention, await valuesOf(event.request));
		if (!form.ok) return fail(400, { ...form.rejected, added: null, kept: false });
		await setRetention(app().db, cell.id, form.data.years);
		return { values: {}, errors: {}, added: null, kept: true };
	}
};
