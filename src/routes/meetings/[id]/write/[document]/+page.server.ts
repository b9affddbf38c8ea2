import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { AnyDocument } from '#lib/access/contract.ts';
import { sharedBy } from '#lib/lobby/lobby.ts';
import { app } from '../../../../../../server/app.ts';
import { enter } from '../../../../../../server/pages/enter.ts';
import { liveScript } from '../../../../../../server/pages/live-script.ts';
import { isReadable, roomData } from '../../../../../../server/pages/room-data.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (entry.ts). */
export const csr = false;

export const load: PageServerLoad = async (event) => {
	const name = v.safeParse(AnyDocument, event.params.document);
	if (!name.success) error(404);
	const document = name.output;
	const found = await enter(event);
	// On a device that is passed round nobody writes: their own page has all else (lobby LO9).
	if (sharedBy(found.room.meeting.lobby, found.viewer.device)) redirect(303, `/meetings/${found.room.id}`);
	if (!isReadable(found.room, found.viewer, document)) error(404);
	// Two pages lead here: the phone, and the preparation.
	const from: 'prepare' | 'phone' = event.url.searchParams.get('from') === 'prepare' ? 'prepare' : 'phone';
	return { start: { data: await roomData(app(), found), document, from }, script: liveScript('write') };
};
