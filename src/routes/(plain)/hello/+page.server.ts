import { fail, redirect } from '@sveltejs/kit';
import { app } from '../../../../server/app.ts';
import { meetingInviting, meetingsOf } from '../../../../server/meetings/list.ts';
import { valuesOf } from '../../../../server/pages/forms.ts';
import { giveCookie } from '../../../../server/pages/session.ts';
import { personById } from '../../../../server/people/directory.ts';
import type { Actions, PageServerLoad } from './$types';

/** Somebody signed in with a password is asked before their browser takes another name. */
export const load: PageServerLoad = ({ locals }) => ({ isStaff: locals.principal?.kind === 'staff' });

export const actions: Actions = {
	/** The token comes in the body, never in an address. */
	default: async ({ request, cookies, locals }) => {
		const { token = '' } = await valuesOf(request);
		const opened = await app().auth.redeemLink(token);
		if (!opened) return fail(403, { dead: true });
		if (locals.principal) await app().auth.signOut(locals.principal.session);
		giveCookie(cookies, opened.cookie);
		redirect(303, await nextMeeting(opened.person));
	}
};

async function nextMeeting(person: string): Promise<string> {
	const row = await personById(app().db, person);
	if (!row) {
		const invited = await meetingInviting(app().db, person);
		return invited ? `/meetings/${invited}` : '/';
	}
	const all = await meetingsOf(app().db, row.cell);
	const next =
		all.find(({ phase }) => phase === 'running') ?? all.findLast(({ phase }) => phase === 'before');
	return next ? `/meetings/${next.id}` : '/';
}
