import { atDesk, headOf, namesOf } from '../../../../../../../server/pages/sheets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const room = await atDesk(event);
	return { head: headOf(room), ...namesOf(room) };
};
