import { checklist, type Step, type StepFacts } from '../remarks/checklist.ts';
import { isSummoned } from '../people/roster.ts';
import { attendanceState } from '../rollcall/attendance.ts';
import { lacking } from '../tasks/tasks.ts';
import { sitting, type Meeting } from './state.ts';

/** The steps that an observer's checklist follows, from the facts as they are now (RE8). */
export function stepsOf(meeting: Meeting): Step[] {
	const { phase, agenda } = meeting;
	return checklist({ phase, items: agenda.items, steps: happenedIn(meeting), untilOpening: ['notice'] });
}

function happenedIn(meeting: Meeting): StepFacts['steps'] {
	const { noticeAt, minuteTaker, tasks, floor, clauses, people } = meeting;
	const summoned = Object.values(people).filter(isSummoned);
	const isMember = (id: string) => people[id]?.kind === 'member';
	return {
		notice: noticeAt !== null,
		attendance: summoned.every((member) => attendanceState(sitting(meeting), member) !== 'expected'),
		'minute-taker': minuteTaker !== null,
		'previous-tasks':
			tasks.previous.length === 0 ? null : tasks.previous.every(({ result }) => result !== ''),
		discussion: floor.turns.some(
			({ person, kind, endedAt }) => isMember(person) && kind !== 'presentation' && endedAt !== null
		),
		resolution: clauses.length === 0 ? null : hasPassed(meeting, 'resolution'),
		tasks: tasks.assigned.length > 0 && lacking(tasks).length === 0,
		minutes: hasPassed(meeting, 'minutes')
	};
}

function hasPassed({ votes }: Meeting, kind: 'resolution' | 'minutes'): boolean {
	return votes.some((vote) => vote.state === 'closed' && vote.passed && vote.subject.kind === kind);
}
