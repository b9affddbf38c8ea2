import { app } from '../../../../../../../server/app.ts';
import { forVisitor } from '../../../../../../../server/pages/api.ts';
import { documentHeads } from '../../../../../../../server/pages/room-data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	forVisitor(event, async (visit) => {
		const documents = await documentHeads(app(), visit);
		return Response.json({ seq: visit.room.seq, documents });
	});
