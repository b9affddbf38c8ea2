import { redirect, type Cookies } from '@sveltejs/kit';
import { app } from '../../../server/app.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * A screen opens this address and shows six digits. Nobody who is signed in loses their session by looking: only
 * a browser without one becomes a screen by itself.
 */
export const load: PageServerLoad = async ({ locals, cookies }) => {
	const { principal } = locals;
	if (principal && principal.kind !== 'wall') return { code: null };
	if (principal?.meeting && (await isOpen(principal.meeting)))
		redirect(303, `/meetings/${principal.meeting}/wall`);
	const account = principal?.account ?? (await becomeScreen(cookies));
	return { code: await app().auth.newPairing(account) };
};

export const actions: Actions = {
	async begin({ cookies, locals }) {
		if (locals.principal && locals.principal.kind !== 'wall')
			await app().auth.signOut(locals.principal.session);
		if (locals.principal?.kind !== 'wall') await becomeScreen(cookies);
		redirect(303, '/wall');
	}
};

async function becomeScreen(cookies: Cookies): Promise<string> {
	const { cookie, account } = await app().auth.newWall();
	cookies.set(cookie.name, cookie.value, cookie.attributes);
	return account;
}

/** A screen that showed a meeting which is over waits for the next one. */
async function isOpen(meeting: string): Promise<boolean> {
	const room = await app().rooms.get(meeting);
	return room !== null && room.meeting.phase !== 'ended';
}
