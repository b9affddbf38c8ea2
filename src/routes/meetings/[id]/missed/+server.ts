import { DOCUMENTS } from '#lib/access/access.ts';
import { shown } from '#lib/meeting/shown.ts';
import type { Missed } from '#lib/away/away.ts';
import { app } from '../../../../../server/app.ts';
import { forVisitor, problem } from '../../../../../server/pages/api.ts';
import { textChanges } from '../../../../../server/pages/missed.ts';
import type { RequestHandler } from './$types';

/** So much is told; who was away longer reads the record. */
const MOST_EVENTS = 2_000;

/** What somebody missed since the numbers that they name, as they may see it now (AW2). */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room, viewer }) => {
		const number = (name: string) => event.url.searchParams.get(name) ?? '';
		if (!/^\d{1,9}$/.test(number('after'))) return problem(400, 'malformed', '`after` is a whole number.');
		const events = room.since(Number(number('after'))).slice(-MOST_EVENTS);
		const asked = DOCUMENTS.filter((name) => /^\d{1,9}$/.test(number(name)));
		const changes = await Promise.all(
			asked.map((name) => textChanges(app().log, room.id, name, Number(number(name))))
		);
		const missed: Missed = {
			events: events.map((logged) => shown(logged, viewer, room.meeting)),
			texts: changes.flat()
		};
		return Response.json(missed, { headers: { 'cache-control': 'private, no-store' } });
	});
