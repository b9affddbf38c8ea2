import { redirect } from '@sveltejs/kit';
import { app } from '../../../../../server/app.ts';
import { roomData, visit } from '../../../../../server/pages/room-data.ts';
import { liveScript } from '../../../../../server/pages/live-script.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (src/lib/wall/entry.svelte.ts). */
export const csr = false;

/** A screen without a meeting, or with another one, goes to where it is paired. */
export const load: PageServerLoad = async (event) => {
	const { principal } = event.locals;
	const isScreen = principal === null || principal.kind === 'wall';
	const found = isScreen ? await visit(app(), principal, event.params.id) : await enter(event);
	if (!found) redirect(303, '/wall');
	return {
		room: await roomData(app(), found),
		script: liveScript('wall')
	};
};
