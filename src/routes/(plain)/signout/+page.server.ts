import { redirect } from '@sveltejs/kit';
import { app } from '../../../../server/app.ts';
import { giveCookie } from '../../../../server/pages/session.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ cookies, locals }) => {
		if (locals.principal) await app().auth.signOut(locals.principal.session);
		giveCookie(cookies, app().auth.blankCookie());
		redirect(303, '/');
	}
};
