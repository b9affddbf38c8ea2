import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { app } from '../../../../../server/app.ts';
import { LoginTaken } from '../../../../../server/auth/port.ts';
import { ruleProfiles } from '../../../../../server/meetings/templates.ts';
import {
	checked,
	line,
	login,
	newPassword,
	optionalLine,
	picked,
	rejected,
	ticked,
	valuesOf,
	type Values
} from '../../../../../server/pages/forms.ts';
import { giveCookie, signedIn } from '../../../../../server/pages/session.ts';
import { accountOfLogin, speakFor } from '../../../../../server/people/accounts.ts';
import { makeCell } from '../../../../../server/people/cells.ts';
import { mayMakeCell } from '../../../../../server/people/cell-rights.ts';
import { committees, placeOf } from '../../../../../server/people/directory.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function maker(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const principal = signedIn(event);
	if (!mayMakeCell(principal, await placeOf(app().db, principal))) error(404);
	return principal;
}

export const load: PageServerLoad = async (event) => {
	const principal = await maker(event);
	return { uppers: await committees(app().db), profiles: ruleProfiles, mayBeOwn: principal.person === null };
};

const Cell = v.object({
	upper: v.pipe(
		v.optional(v.string(), 'new'),
		v.transform((text) => text || 'new')
	),
	name: line(200),
	place: optionalLine(200),
	meetingPlace: optionalLine(200),
	ruleProfile: v.picklist(
		ruleProfiles.map(({ id }) => id),
		'not-chosen'
	),
	secretary: line(80),
	own: ticked
});
const NewUpper = v.object({ upperName: line(200) });
const OldUpper = v.object({ upper: picked });
const Account = v.object({ login, password: newPassword });

/** The parts that depend on what else was chosen, each with its own mistakes. */
function partsOf(values: Values, own: boolean) {
	const upper = (values.upper || 'new') === 'new' ? checked(NewUpper, values) : checked(OldUpper, values);
	return { upper, account: own ? null : checked(Account, values) };
}

export const actions: Actions = {
	default: async (event) => {
		const principal = await maker(event);
		const values = await valuesOf(event.request);
		const cell = checked(Cell, values);
		const own = 'own' in values && principal.person === null;
		const { upper, account } = partsOf(values, own);
		const errors = [cell, upper, account].reduce(
			(all, part) => ({ ...all, ...(part && !part.ok && part.rejected.errors) }),
			{}
		);
		if (!cell.ok || !upper.ok || (account && !account.ok)) return fail(400, rejected(values, errors));
		if (account && (await accountOfLogin(app().db, account.data.login)))
			return fail(409, rejected(values, { login: 'login-taken' }));
		const { name, place, meetingPlace, ruleProfile, secretary } = cell.data;
		const under = 'upperName' in upper.data ? { name: upper.data.upperName } : { id: upper.data.upper };
		const made = await makeCell(app().db, {
			upper: under,
			name,
			place,
			meetingPlace,
			ruleProfile,
			secretary
		});
		if (!account) {
			await speakFor(app().db, principal.account, made.secretary);
			// A session read a moment ago still knows nobody's name: the new one does.
			giveCookie(event.cookies, await app().auth.issueSession(principal.account));
			await app().auth.revokeSession(principal.session);
			redirect(303, `/cells/${made.cell}`);
		}
		try {
			await app().auth.createStaff({ ...account.data, person: made.secretary, isAdmin: false });
		} catch (cause) {
			if (!(cause instanceof LoginTaken)) throw cause;
			return fail(409, rejected(values, { login: 'login-taken' }));
		}
		redirect(303, principal.isAdmin ? `/cells/${made.cell}` : '/');
	}
};
