/** What the course of the meeting gives its facts in the minutes to say (`minutes/course-words.ts`). */
import { find, seconds } from '../agenda/agenda.ts';
import { nameIn } from '../people/names.ts';
import { members, observers } from '../people/roster.ts';
import { countedStays } from '../rollcall/attendance.ts';
import { closingWords, courseWords, openingWords, presentWords } from '../minutes/course-words.ts';
import { minutesAdoptedBy } from '../vote/vote.ts';
import { sitting, type Meeting } from './state.ts';

export function opening(meeting: Meeting): string {
	const { setup, openedAt, people, chair, minuteTaker, rollcall } = meeting;
	const guests = observers(people).filter(({ id }) => (rollcall.stays[id] ?? []).length > 0);
	return openingWords({
		plannedStart: setup.plannedStart,
		openedAt,
		place: setup.place,
		cell: setup.cell.name,
		kind: setup.type,
		topic: setup.topic,
		chair: nameIn(people, chair),
		minuteTaker: minuteTaker === null ? null : nameIn(people, minuteTaker),
		guests
	});
}

export function present(meeting: Meeting): string {
	const there = members(meeting.people).filter(({ id }) => countedStays(sitting(meeting), id).length > 0);
	return meeting.openedAt === null ? '' : presentWords(there.map(({ name }) => name));
}

export function course({ agenda, people, endedAt }: Meeting, ref: string): string {
	const item = find(agenda, ref);
	if (!item) return '';
	const { runs, responsible, state, reason } = item;
	const until = runs.at(-1)?.to ?? endedAt ?? runs.at(-1)?.from ?? 0;
	return courseWords({
		runs,
		seconds: seconds(item, until),
		responsible: nameIn(people, responsible),
		isSkipped: state === 'skipped',
		reason: reason ?? null
	});
}

export function closing({ endedAt, votes }: Meeting): string {
	const vote = minutesAdoptedBy(votes);
	return closingWords({
		endedAt,
		adopted: vote ? { agreed: vote.counts.for, base: vote.base.length } : null
	});
}
