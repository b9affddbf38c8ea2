import { app } from '../../../server/app.ts';
import { homeOf } from '../../../server/pages/home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => ({
	home: locals.principal && (await homeOf(app(), locals.principal, cookies.get('meeting')))
});
