import { corrections } from '#lib/meeting/corrections.ts';
import { house } from '#lib/meeting/state.ts';
import { isRecorder } from '#lib/people/may.ts';
import { forVisitor, NOT_FOUND } from '../../../../../server/pages/api.ts';
import type { RequestHandler } from './$types';

/** What was corrected so far, for who takes the minutes (`minutes/RULES.md`, MI6). */
export const GET: RequestHandler = (event) =>
	forVisitor(event, ({ room, viewer: { person } }) => {
		if (person === null || !isRecorder(house(room.meeting), person)) return NOT_FOUND();
		return Response.json(corrections(room.since(0)), { headers: { 'cache-control': 'no-store' } });
	});
