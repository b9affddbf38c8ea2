import { app } from '../../../../../../server/app.ts';
import { forVisitor } from '../../../../../../server/pages/api.ts';
import { roomData } from '../../../../../../server/pages/room-data.ts';
import type { RequestHandler } from './$types';

/** What the screen's live view starts from. */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async (visit) =>
		Response.json(await roomData(app(), visit), { headers: { 'cache-control': 'no-store' } })
	);
