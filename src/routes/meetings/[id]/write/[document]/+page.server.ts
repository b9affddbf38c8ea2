import { error } from '@sveltejs/kit';
import { DOCUMENTS } from '#lib/access/access.ts';
import { app } from '../../../../../../server/app.ts';
import { enter } from '../../../../../../server/pages/enter.ts';
import { liveScript } from '../../../../../../server/pages/live-script.ts';
import { roomData } from '../../../../../../server/pages/room-data.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (entry.ts). */
export const csr = false;

export const load: PageServerLoad = async (event) => {
	const document = DOCUMENTS.find((name) => name === event.params.document);
	if (!document) error(404);
	const found = await enter(event);
	// Two pages lead here: the phone, and the preparation.
	const from: 'prepare' | 'phone' = event.url.searchParams.get('from') === 'prepare' ? 'prepare' : 'phone';
	return { start: { data: await roomData(app(), found), document, from }, script: liveScript('write') };
};
