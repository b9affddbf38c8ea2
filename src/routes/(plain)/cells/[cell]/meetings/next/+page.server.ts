import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { date, time } from '#lib/i18n/format.ts';
import { app } from '../../../../../../../server/app.ts';
import { asQuestions, fromLast } from '../../../../../../../server/meetings/from-last.ts';
import { planMeeting } from '../../../../../../../server/meetings/plan.ts';
import { standingItems } from '../../../../../../../server/meetings/standing-items.ts';
import { cellFor } from '../../../../../../../server/pages/cell.ts';
import { checked, choice, paragraphs, rejected } from '../../../../../../../server/pages/forms.ts';
import { AGO_ACCEPTED_MS, dayFrom, timeFrom } from '../../../../../../../server/pages/local-time.ts';
import { actor } from '../../../../../../../server/pages/session.ts';
import { peopleOf } from '../../../../../../../server/people/directory.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
	const people = await peopleOf(app().db, cell.id);
	const last = await fromLast(app(), cell, people, principal.person);
	const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
	const standing = last ? await standingItems(app(), cell.id, last.planned) : [];
	return {
		cell,
		people: people.length,
		last: last && {
			month: last.month,
			tasks: last.tasks,
			remedies: last.remedies,
			comments: last.planned.questions.length,
			remarks: last.remarks,
			standing: standing.map(({ title }) => title),
			number: last.planned.resolutionNumber,
			chair: nameOf(last.planned.chair) ?? '',
			facilitator: nameOf(last.planned.facilitator),
			place: last.planned.place,
			day: date(last.planned.plannedStart),
			time: time(last.planned.plannedStart)
		}
	};
};

const Kind = v.object({ type: choice(['regular', 'thematic', 'combined']) });
const Topic = v.object({ topic: paragraphs(4000) });

export const actions: Actions = {
	default: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
		const form = await event.request.formData();
		const values: Record<string, string> = {};
		for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
		const people = await peopleOf(app().db, cell.id);
		const last = await fromLast(app(), cell, people, principal.person);
		if (!last) redirect(303, `/cells/${cell.id}/meetings/new`);
		// What was ticked is kept on the page that comes back with its mistakes.
		const brought = form.getAll('remark').map(String);
		const refuse = (errors: Parameters<typeof rejected>[1]) =>
			fail(400, { ...rejected(values, errors), brought });
		const kind = checked(Kind, values);
		if (!kind.ok) return refuse(kind.rejected.errors);
		const topic = kind.data.type === 'regular' ? null : checked(Topic, values);
		if (topic && !topic.ok) return refuse(topic.rejected.errors);
		const [midnight, later] = [dayFrom(values.day ?? ''), timeFrom(values.time ?? '')];
		if (midnight === null || later === null)
			return refuse({
				...(midnight === null && { day: 'bad-date' }),
				...(later === null && { time: 'bad-time' })
			});
		const plannedStart = midnight + later;
		if (plannedStart < app().clock() - AGO_ACCEPTED_MS) return refuse({ day: 'date-past' });
		const { questions } = last.planned;
		const remarks = last.remarks.filter(({ id }) => brought.includes(id));
		const id = await planMeeting(app(), actor(principal), cell, {
			...last.planned,
			type: kind.data.type,
			topic: topic?.data.topic ?? null,
			questions: [...questions, ...asQuestions(remarks)],
			plannedStart
		});
		redirect(303, `/meetings/${id}/prepare`);
	}
};
