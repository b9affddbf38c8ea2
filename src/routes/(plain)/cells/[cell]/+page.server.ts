import { fail } from '@sveltejs/kit';
import { app } from '../../../../../server/app.ts';
import { cellFor, NewPerson } from '../../../../../server/pages/cell.ts';
import { checked, valuesOf } from '../../../../../server/pages/forms.ts';
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
	return { cell, rights, people };
};

export const actions: Actions = {
	add: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'people');
		const form = checked(NewPerson, await valuesOf(event.request));
		if (!form.ok) return fail(400, { ...form.rejected, added: null });
		await keepPeople(app(), actor(principal), cell.id, {
			added: [{ ...NEW_MEMBER, ...form.data }],
			changed: []
		});
		return { values: {}, errors: {}, added: form.data.name };
	}
};
