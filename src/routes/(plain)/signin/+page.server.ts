import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { app } from '../../../../server/app.ts';
import { checked, rejected, valuesOf } from '../../../../server/pages/forms.ts';
import { giveCookie, nextPath } from '../../../../server/pages/session.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({
	account: v.pipe(v.string('required'), v.trim(), v.minLength(1, 'required')),
	password: v.pipe(v.string('required'), v.minLength(1, 'required'))
});

export const load: PageServerLoad = ({ url }) => ({ next: nextPath(url.searchParams.get('next')) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress, url }) => {
		const values = await valuesOf(request);
		const form = checked(Form, values);
		if (!form.ok) return fail(400, { ...form.rejected, refused: null });
		const before = locals.principal?.kind === 'wall' ? null : (locals.principal?.session ?? null);
		const answer = await app().auth.signIn(form.data.account, form.data.password, getClientAddress(), before);
		if (!answer.ok) {
			const minutes = answer.code === 'too-many' ? Math.ceil(answer.retryAfterSeconds / 60) : null;
			return fail(answer.code === 'wrong' ? 400 : 429, {
				...rejected(values, {}),
				refused: { code: answer.code, minutes }
			});
		}
		giveCookie(cookies, answer.cookie);
		redirect(303, nextPath(url.searchParams.get('next')));
	}
};
