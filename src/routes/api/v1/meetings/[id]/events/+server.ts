import { shown } from '#lib/meeting/shown.ts';
import { forVisitor, problem } from '../../../../../../../server/pages/api.ts';
import type { RequestHandler } from './$types';

const PAGE = 1_000;

export const GET: RequestHandler = (event) =>
	forVisitor(event, ({ room, viewer }) => {
		const after = event.url.searchParams.get('after') ?? '0';
		if (!/^\d{1,9}$/.test(after)) return problem(400, 'malformed', '`after` is a whole number.');
		const events = room.since(Number(after)).slice(0, PAGE);
		return Response.json(events.map((logged) => shown(logged, viewer, room.meeting)));
	});
