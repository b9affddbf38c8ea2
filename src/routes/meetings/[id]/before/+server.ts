import { house } from '#lib/meeting/state.ts';
import { leads } from '#lib/people/may.ts';
import { app } from '../../../../../server/app.ts';
import { lastMonth } from '../../../../../server/meetings/last-month.ts';
import { forVisitor, NOT_FOUND } from '../../../../../server/pages/api.ts';
import type { RequestHandler } from './$types';

/** What the cell's meeting before this one wrote under each item; for who leads this one. */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room: { meeting }, viewer }) => {
		if (viewer.person === null || !leads(house(meeting), viewer.person)) return NOT_FOUND();
		const before = meeting.openedAt ?? app().clock();
		const found = await lastMonth(app(), meeting.setup.cell.id, before);
		return Response.json(found, { headers: { 'cache-control': 'no-store' } });
	});
