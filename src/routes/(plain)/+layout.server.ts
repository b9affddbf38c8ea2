import { app } from '../../../server/app.ts';
import { whoIs } from '../../../server/people/directory.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	who: await whoIs(app().db, locals.principal)
});
