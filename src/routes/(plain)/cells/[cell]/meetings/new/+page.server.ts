import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { date, time } from '#lib/i18n/format.ts';
import { app } from '../../../../../../../server/app.ts';
import { meetingsOf } from '../../../../../../../server/meetings/list.ts';
import { planMeeting } from '../../../../../../../server/meetings/plan.ts';
import { ruleProfiles } from '../../../../../../../server/meetings/templates.ts';
import { cellFor } from '../../../../../../../server/pages/cell.ts';
import {
	checked,
	choice,
	line,
	paragraphs,
	picked,
	rejected,
	ticked,
	valuesOf,
	wholeNumber,
	type Rejected,
	type Values
} from '../../../../../../../server/pages/forms.ts';
import {
	AGO_ACCEPTED_MS,
	dayFrom,
	nextThird,
	timeFrom
} from '../../../../../../../server/pages/local-time.ts';
import { actor } from '../../../../../../../server/pages/session.ts';
import { peopleOf } from '../../../../../../../server/people/directory.ts';
import type { Actions, PageServerLoad } from './$types';

const DAY_LIMIT_SECONDS = 3_600;

export const load: PageServerLoad = async (event) => {
	const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
	const people = await peopleOf(app().db, cell.id);
	const [last] = await meetingsOf(app().db, cell.id);
	const start = nextThird(app().clock());
	const named = people.map(({ id, name, office }) => ({ id, name, office }));
	const leaders = named.filter(({ office }) => office === 'secretary' || office === 'deputy_secretary');
	return {
		cell,
		leaders: leaders.sort((a, b) => Number(b.office === 'secretary') - Number(a.office === 'secretary')),
		people: named,
		profiles: ruleProfiles,
		suggested: {
			day: date(start),
			time: time(last ? last.plannedStart : start),
			place: cell.meetingPlace ?? last?.place ?? '',
			ruleProfile: cell.ruleProfile,
			facilitator:
				leaders.find(({ office, id }) => office === 'deputy_secretary' && id !== principal.person)?.id ?? ''
		}
	};
};

const Form = v.object({
	type: choice(['regular', 'thematic', 'combined']),
	model: ticked,
	day: line(40),
	time: line(40),
	place: line(200),
	ruleProfile: v.picklist(
		ruleProfiles.map(({ id }) => id),
		'not-chosen'
	),
	chair: picked,
	facilitator: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			picked
		],
		'not-chosen'
	),
	speakLimit: wholeNumber(0, DAY_LIMIT_SECONDS / 60),
	onlineCounts: ticked,
	access: choice(['together', 'chaired', 'frozen'])
});
const Topic = v.object({ topic: paragraphs(4000) });

export const actions: Actions = {
	default: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
		const values = await valuesOf(event.request);
		const form = checked(Form, values);
		const topic = values.type === 'regular' ? null : checked(Topic, values);
		const at = startOf(values);
		const errors = {
			...at.errors,
			...(topic && !topic.ok && topic.rejected.errors),
			...(!form.ok && form.rejected.errors)
		};
		if (!form.ok || (topic && !topic.ok) || at.start === null) return fail(400, rejected(values, errors));
		const { day: _, time: __, speakLimit, facilitator, ...rest } = form.data;
		const known = new Map((await peopleOf(app().db, cell.id)).map(({ id, office }) => [id, office]));
		const office = known.get(rest.chair);
		if (office !== 'secretary' && office !== 'deputy_secretary')
			return fail(400, rejected(values, { chair: 'not-chosen' }));
		if (facilitator !== null && (!known.has(facilitator) || facilitator === rest.chair))
			return fail(400, rejected(values, { facilitator: 'not-chosen' }));
		const id = await planMeeting(app(), actor(principal), cell, {
			...rest,
			facilitator,
			plannedStart: at.start,
			topic: topic?.data.topic ?? null,
			speakLimitSeconds: speakLimit === 0 ? null : speakLimit * 60
		});
		redirect(303, `/meetings/${id}/prepare`);
	}
};

function startOf({ day = '', time: hour = '' }: Values): {
	start: number | null;
	errors: Rejected['errors'];
} {
	const [midnight, later] = [dayFrom(day), timeFrom(hour)];
	if (midnight === null || later === null) {
		return {
			start: null,
			errors: { ...(midnight === null && { day: 'bad-date' }), ...(later === null && { time: 'bad-time' }) }
		};
	}
	const start = midnight + later;
	return start < app().clock() - AGO_ACCEPTED_MS
		? { start: null, errors: { day: 'date-past' } }
		: { start, errors: {} };
}
