import { error } from '@sveltejs/kit';
import { app } from '../../../../../../server/app.ts';
import { modelFor } from '../../../../../../server/pages/publishing.ts';
import { signedIn } from '../../../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

/** What a cell of the same committee published, and nothing of the record that it was taken from (PB1). */
export const load: PageServerLoad = async (event) => {
	const model = await modelFor(app(), signedIn(event), event.params.meeting);
	return model ?? error(404);
};
