import { error } from '@sveltejs/kit';
import { app } from '../../../../../../server/app.ts';
import { deletedRecord } from '../../../../../../server/pages/sealing.ts';
import { signedIn } from '../../../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const deleted = await deletedRecord(app(), signedIn(event), event.params.meeting);
	if (!deleted) error(404);
	return { deleted };
};
