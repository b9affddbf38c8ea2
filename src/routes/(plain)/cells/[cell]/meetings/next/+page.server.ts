import { fail, redirect } from '@sveltejs/kit';
import { date, time } from '#lib/i18n/format.ts';
import { app } from '../../../../../../../server/app.ts';
import { fromLast } from '../../../../../../../server/meetings/from-last.ts';
import { planMeeting } from '../../../../../../../server/meetings/plan.ts';
import { cellFor } from '../../../../../../../server/pages/cell.ts';
import { rejected, valuesOf } from '../../../../../../../server/pages/forms.ts';
import { AGO_ACCEPTED_MS, dayFrom, timeFrom } from '../../../../../../../server/pages/local-time.ts';
import { actor } from '../../../../../../../server/pages/session.ts';
import { peopleOf } from '../../../../../../../server/people/directory.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell } = await cellFor(event, event.params.cell, 'meetings');
	const people = await peopleOf(app().db, cell.id);
	const last = await fromLast(app(), cell, people);
	const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
	return {
		cell,
		people: people.length,
		last: last && {
			month: last.month,
			tasks: last.tasks,
			remedies: last.remedies,
			remarks: last.planned.questions.length,
			number: last.planned.resolutionNumber,
			chair: nameOf(last.planned.chair) ?? '',
			facilitator: nameOf(last.planned.facilitator),
			place: last.planned.place,
			day: date(last.planned.plannedStart),
			time: time(last.planned.plannedStart)
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
		const values = await valuesOf(event.request);
		const last = await fromLast(app(), cell, await peopleOf(app().db, cell.id));
		if (!last) redirect(303, `/cells/${cell.id}/meetings/new`);
		const [midnight, later] = [dayFrom(values.day ?? ''), timeFrom(values.time ?? '')];
		if (midnight === null) return fail(400, rejected(values, { day: 'bad-date' }));
		if (later === null) return fail(400, rejected(values, { time: 'bad-time' }));
		const plannedStart = midnight + later;
		if (plannedStart < app().clock() - AGO_ACCEPTED_MS)
			return fail(400, rejected(values, { day: 'date-past' }));
		const id = await planMeeting(app(), actor(principal), cell, { ...last.planned, plannedStart });
		redirect(303, `/meetings/${id}/prepare`);
	}
};
