import { agendaNow } from '../../../../../../../server/pages/agenda-sheet.ts';
import { atDesk, headOf } from '../../../../../../../server/pages/sheets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const room = await atDesk(event);
	return { head: headOf(room), paper: await agendaNow(room) };
};
