import { error } from '@sveltejs/kit';
import { app } from '../../../../../../server/app.ts';
import { visitRecord } from '../../../../../../server/pages/record.ts';
import { signedIn } from '../../../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const visit = await visitRecord(app(), signedIn(event), event.params.meeting);
	if (!visit?.whole) error(404);
	const { id, cell, type, month } = visit.record.meeting;
	return { id, cell: cell.name, type, month };
};
