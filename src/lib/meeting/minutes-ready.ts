import { openCorrections } from '../adoption/adoption.ts';
import type { Facts } from '../adoption/ready.ts';
import type { AgendaItem } from '../agenda/agenda.ts';
import { pending } from '../amendments/amendments.ts';
import { isWaiting } from '../comments/comments.ts';
import { lacking } from '../tasks/tasks.ts';
import { current, isAdopted } from '../vote/vote.ts';
import type { Meeting } from './state.ts';

/**
 * What the minutes still lack (AD9), as far as the viewer is told.
 * @param reads  how a section of the minutes reads, with the words of the facts
 */
export function minutesReadyFacts(meeting: Meeting, reads: (section: string) => string): Facts {
	const { agenda, clauses, comments, conclusions, amendments, rollcall, tasks, votes } = meeting;
	const ran = agenda.items.filter((item) => hasRun(item) && item.id !== agenda.running);
	const question = current(votes);
	return {
		empty: ran.filter(({ id }) => reads(id).trim() === '').map(({ id }) => id),
		conclusions: ran
			.filter(({ id, phase }) => phase === 'content' && conclusions[id] === undefined)
			.map(({ id }) => id),
		corrections: openCorrections(meeting.adoption).map(({ id }) => id),
		comments: comments.filter(isWaiting).map(({ id }) => id),
		amendments: pending(amendments).map(({ id }) => id),
		leaves: Object.entries(rollcall.leaves).flatMap(([person, asked]) =>
			asked.at(-1)?.decision === 'waiting' ? [person] : []
		),
		votes: question && question.subject.kind !== 'minutes' ? [question.id] : [],
		tasks: lacking(tasks).map(({ id }) => id),
		clauses: isAdopted(votes)
			? clauses.filter(({ fillAfterVote, filled }) => fillAfterVote && !filled).map(({ id }) => id)
			: []
	};
}

function hasRun({ runs }: AgendaItem): boolean {
	return runs.length > 0;
}
