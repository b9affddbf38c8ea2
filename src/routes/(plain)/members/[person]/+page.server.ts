import { error } from '@sveltejs/kit';
import { app } from '../../../../../server/app.ts';
import { signedIn } from '../../../../../server/pages/session.ts';
import { personById, placeOf } from '../../../../../server/people/directory.ts';
import { memberPage } from '../../../../../server/people/member-page.ts';
import type { PageServerLoad } from './$types';

/** A member's own page: for themselves, and for the committee of their cell, who follow it (S2-8, S4-5). */
export const load: PageServerLoad = async (event) => {
	const principal = signedIn(event);
	const person = await personById(app().db, event.params.person);
	if (!person || person.removedAt !== null) error(404);
	const place = await placeOf(app().db, principal);
	const isOwn = principal.person === person.id;
	const leads = place?.cell === person.cell && !place.isRemoved && place.office !== 'member';
	if (!isOwn && !leads) error(404);
	return {
		name: person.name,
		office: person.office,
		isOwn,
		page: await memberPage(app(), person.cell, person.id)
	};
};
