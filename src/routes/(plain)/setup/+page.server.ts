import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { app } from '../../../../server/app.ts';
import { checked, line, login, newPassword, rejected, valuesOf } from '../../../../server/pages/forms.ts';
import { giveCookie } from '../../../../server/pages/session.ts';
import { setUp } from '../../../../server/people/first-cell.ts';
import type { Actions } from './$types';

const Form = v.object({
	token: v.optional(v.string(), ''),
	upper: line(200),
	name: line(200),
	secretary: line(80),
	login,
	password: newPassword
});

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		const values = await valuesOf(request);
		const form = checked(Form, values);
		if (!form.ok) return fail(400, form.rejected);
		const made = await setUp(app(), form.data);
		if (!made) return fail(403, rejected(values, { token: 'link-dead' }));
		giveCookie(cookies, made.cookie);
		redirect(303, `/cells/${made.cell}`);
	}
};
