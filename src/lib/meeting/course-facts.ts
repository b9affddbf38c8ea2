/** What the course of the meeting gives its facts in the minutes to say (`minutes/course-words.ts`). */
import { find } from '../agenda/agenda.ts';
import { nameIn } from '../people/names.ts';
import { members, observers } from '../people/roster.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import { attendance } from '../rollcall/attendance.ts';
import { countedStays } from '../rollcall/presence.ts';
import type { Stay } from '../rollcall/rollcall.ts';
import {
	closingWords,
	courseWords,
	openingWords,
	presentWords,
	type Course
} from '../minutes/course-words.ts';
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
		month: setup.month,
		topic: setup.topic,
		chair: nameIn(people, chair),
		minuteTaker: minuteTaker === null ? null : nameIn(people, minuteTaker),
		guests: guests.map(({ name, title, organisation, mode }) => ({
			name,
			title,
			organisation,
			isRemote: mode === 'remote'
		}))
	});
}

export function present(meeting: Meeting): string {
	if (meeting.openedAt === null) return '';
	const sat = sitting(meeting);
	const there = members(meeting.people).filter(({ id }) => countedStays(sat, id).length > 0);
	const { late, leftEarly } = attendance(sat);
	const moved = (ids: readonly PersonId[], at: (stays: readonly Stay[]) => Instant | null | undefined) =>
		ids.flatMap((id) => {
			const moment = at(countedStays(sat, id));
			return moment == null ? [] : [{ name: nameIn(meeting.people, id), at: moment }];
		});
	return presentWords(
		there.map(({ name }) => name),
		moved(late, (stays) => stays[0]?.from),
		moved(leftEarly, (stays) => stays.at(-1)?.to)
	);
}

export function course(meeting: Meeting, ref: string): string {
	const { agenda, people } = meeting;
	const item = find(agenda, ref);
	if (!item) return '';
	const { runs, responsible, state, reason } = item;
	return courseWords({
		runs,
		responsible: nameIn(people, responsible),
		isSkipped: state === 'skipped',
		reason: reason ?? null,
		spoken: spokenAt(meeting, ref)
	});
}

/** Without what was said while the session was closed: not even its number is for everybody (CS4). */
function spokenAt({ floor, closed }: Meeting, item: string): Course['spoken'] {
	const turns = floor.turns.filter(
		(turn) =>
			turn.item === item &&
			turn.endedAt !== null &&
			turn.kind !== 'presentation' &&
			turn.kind !== 'point-of-order' &&
			!closed.some(({ inside }) => inside.includes(turn.id))
	);
	return { turns: turns.length, speakers: new Set(turns.map(({ person }) => person)).size };
}

export function closing({ endedAt, votes }: Meeting): string {
	const vote = minutesAdoptedBy(votes);
	return closingWords({
		endedAt,
		adopted: vote ? { agreed: vote.counts.for, base: vote.base.length } : null
	});
}
