import { randomUUID } from 'node:crypto';
import { fail, redirect, type Cookies } from '@sveltejs/kit';
import { app } from '../../../../server/app.ts';
import { meetingOfCode, openDoor } from '../../../../server/pages/door.ts';
import { valuesOf } from '../../../../server/pages/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const VISITOR = 'visitor';

/** Tells the phones of one hall apart, so that one person's wrong codes do not count against sixty. */
export const load: PageServerLoad = ({ cookies }) => {
	if (!cookies.get(VISITOR)) {
		cookies.set(VISITOR, randomUUID(), {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: app().secure,
			maxAge: 86_400
		});
	}
};

export const actions: Actions = {
	code: async ({ request, cookies, locals, getClientAddress }) => {
		const { code = '' } = await valuesOf(request);
		const digits = code.replace(/[\s.-]/g, '');
		if (!/^\d{8}$/.test(digits)) return fail(400, { code, problem: 'form' as const, minutes: null });
		const device = locals.principal?.account ?? visitor(cookies);
		const answer = await app().joinCodes.attempt(device, getClientAddress(), () =>
			meetingOfCode(app(), digits)
		);
		if (!answer.ok) {
			const minutes = 'retryAfterSeconds' in answer ? Math.ceil(answer.retryAfterSeconds / 60) : null;
			return fail(answer.code === 'wrong' ? 400 : 429, { code, problem: answer.code, minutes });
		}
		openDoor(app(), cookies, answer.found.id, 'typed');
		redirect(303, `/join/${answer.found.id}`);
	},
	/** What the QR, or the link for guests, carried in its fragment: `<meeting>.<code>`. */
	scan: async ({ request, cookies }) => {
		const { scanned = '' } = await valuesOf(request);
		const [meeting = '', code = ''] = scanned.split('.', 2);
		const { codes } = app();
		const isScan = codes.isCurrent(meeting, code);
		if (!(await app().rooms.get(meeting)) || !(isScan || codes.isInvitation(meeting, code))) {
			return fail(400, { code: '', problem: 'old-qr' as const, minutes: null });
		}
		openDoor(app(), cookies, meeting, isScan ? 'scanned' : 'invited');
		redirect(303, `/join/${meeting}`);
	}
};

function visitor(cookies: Cookies): string {
	return (cookies.get(VISITOR) ?? '').slice(0, 36);
}
