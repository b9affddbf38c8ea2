import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dateTime } from '#lib/i18n/format.ts';
import { app } from '../../../../../../../server/app.ts';
import { LoginTaken } from '../../../../../../../server/auth/port.ts';
import { cellFor, PersonForm, personOfCell } from '../../../../../../../server/pages/cell.ts';
import {
	checked,
	login,
	newPassword,
	paragraphs,
	rejected,
	valuesOf
} from '../../../../../../../server/pages/forms.ts';
import { actor } from '../../../../../../../server/pages/session.ts';
import { accountOf } from '../../../../../../../server/people/accounts.ts';
import { peopleOf } from '../../../../../../../server/people/directory.ts';
import { keepPeople, removePerson } from '../../../../../../../server/people/keep.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell, rights, principal } = await cellFor(event, event.params.cell, 'people');
	const person = await personOfCell(cell.id, event.params.person);
	const others = (await peopleOf(app().db, cell.id))
		.filter(({ id }) => id !== person.id)
		.map(({ id, name }) => ({ id, name }));
	const devices = (await app().auth.devicesOf(person.id)).map(({ session, kind, createdAt }) => ({
		session,
		kind,
		since: dateTime(createdAt.getTime()),
		isThis: session === principal.session
	}));
	const { removedAt: _, removedReason: __, ...fields } = person;
	return { cell, rights, person: fields, others, devices, account: await accountOf(app().db, person.id) };
};

async function forPerson(event: RequestEvent, need: 'people' | 'accounts' = 'people') {
	const visit = await cellFor(event, event.params.cell, need);
	return {
		...visit,
		person: await personOfCell(visit.cell.id, event.params.person),
		values: await valuesOf(event.request)
	};
}

const blank = { values: {}, errors: {}, link: null };
const Account = v.object({ login, password: newPassword });
const Password = v.object({ password: newPassword });
const Removal = v.object({ reason: paragraphs(500) });

export const actions: Actions = {
	change: async (event) => {
		const { cell, principal, person, values } = await forPerson(event);
		const form = checked(PersonForm, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'change' as const });
		const { assistedBy } = form.data;
		if (assistedBy !== null) await personOfCell(cell.id, assistedBy);
		const kept = await keepPeople(app(), actor(principal), cell.id, {
			added: [],
			changed: [{ id: person.id, fields: form.data }]
		});
		if (!kept.ok)
			return fail(409, { ...blank, ...rejected(values, { office: kept.code }), part: 'change' as const });
		return { ...blank, part: 'change' as const };
	},
	link: async (event) => {
		const { person } = await forPerson(event);
		const link = `${event.url.origin}/hello#${await app().auth.createLink(person.id)}`;
		return { ...blank, link, part: 'link' as const };
	},
	revokeLinks: async (event) => {
		const { person } = await forPerson(event);
		await app().auth.revokeLinks(person.id);
		return { ...blank, part: 'revokeLinks' as const };
	},
	revokeDevice: async (event) => {
		const { person, values } = await forPerson(event);
		const devices = await app().auth.devicesOf(person.id);
		// Only a session of this person: the name of another one opens nothing here.
		if (!devices.some(({ session }) => session === values.session))
			return fail(404, { ...blank, errors: { session: 'unknown' as const }, part: 'revokeDevice' as const });
		await app().auth.revokeSession(values.session ?? '');
		return { ...blank, part: 'revokeDevice' as const };
	},
	account: async (event) => {
		const { person, values } = await forPerson(event, 'accounts');
		const form = checked(Account, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'account' as const });
		if (await accountOf(app().db, person.id)) error(409);
		try {
			await app().auth.createStaff({ ...form.data, person: person.id, isAdmin: false });
		} catch (cause) {
			if (!(cause instanceof LoginTaken)) throw cause;
			return fail(409, { ...blank, ...rejected(values, { login: 'login-taken' }), part: 'account' as const });
		}
		return { ...blank, part: 'account' as const };
	},
	password: async (event) => {
		const { principal, person, values } = await forPerson(event, 'accounts');
		const form = checked(Password, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'password' as const });
		const account = await accountOf(app().db, person.id);
		if (!account) error(404);
		await app().auth.setPassword(account.id, form.data.password, principal.session);
		return { ...blank, part: 'password' as const };
	},
	remove: async (event) => {
		const { cell, principal, person, values } = await forPerson(event);
		const form = checked(Removal, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'remove' as const });
		const kept = await removePerson(app(), actor(principal), cell.id, person.id, form.data.reason);
		if (!kept.ok)
			return fail(409, { ...blank, ...rejected(values, { reason: kept.code }), part: 'remove' as const });
		redirect(303, `/cells/${cell.id}`);
	}
};
