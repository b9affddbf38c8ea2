import * as v from 'valibot';
import { AnyDocument } from '#lib/access/contract.ts';
import { app } from '../../../../../../../../server/app.ts';
import { forVisitor, NOT_FOUND } from '../../../../../../../../server/pages/api.ts';
import { readBy } from '../../../../../../../../server/pages/reading.ts';
import { isReadable } from '../../../../../../../../server/pages/room-data.ts';
import type { RequestHandler } from './$types';

/** Plain text by block, in order, with the words of the facts. */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room, viewer }) => {
		const name = v.safeParse(AnyDocument, event.params.name);
		const isThere = name.success && isReadable(room, viewer, name.output);
		const document = isThere && (await app().documents.open(room.id, name.output));
		if (!name.success || !document) return NOT_FOUND();
		const blocks = readBy({ room, viewer }, name.output, document);
		return Response.json({ seq: document.seq, blocks });
	});
