import { find } from '../amendments/amendments.ts';
import { amendmentWords } from '../amendments/fact-words.ts';
import { documentOf } from '../closed/closed.ts';
import type { FactTable } from '../documents/fact-table.ts';
import { attendanceWords, closedWords, conclusionWords } from '../minutes/fact-words.ts';
import { voteWords } from '../minutes/vote-words.ts';
import { nameIn } from '../people/names.ts';
import { cellCount } from '../people/roster.ts';
import { attendance, percent } from '../rollcall/attendance.ts';
import { selfScoreTable, selfScoreWords } from '../scoring/fact-words.ts';
import { clauseTasksWords, previousTasksTable, previousTasksWords, taskWords } from '../tasks/fact-words.ts';
import { reviewOf, tasksOf } from '../tasks/tasks.ts';
import { notVoting } from '../vote/vote.ts';
import { closing, course, opening, present } from './course-facts.ts';
import { isThematic, sitting, type Meeting } from './state.ts';
import { allAmendments, allTasks, rate } from './sum-facts.ts';
import { comment, opinion, questions, speech } from './voice-facts.ts';

/**
 * What stands in the prose at a fact's place, as the facts are now: a corrected count corrects every mention.
 * @returns empty for a fact that is not known, or has not come to its end
 */
export function factWords(meeting: Meeting, kind: string, ref: string): string {
	switch (kind) {
		case 'opening':
			return opening(meeting);
		case 'present':
			return present(meeting);
		case 'item':
			return course(meeting, ref);
		case 'closing':
			return closing(meeting);
		case 'attendance':
			return attendanceWords(cellCount(meeting.people), attendance(sitting(meeting)), (id) =>
				nameIn(meeting.people, id)
			);
		case 'speech':
			return speech(meeting, ref);
		case 'questions':
			return questions(meeting, ref);
		case 'rate':
			return rate(meeting);
		case 'tasks':
			return allTasks(meeting);
		case 'amendments':
			return allAmendments(meeting);
		case 'vote':
			return result(meeting, ref);
		case 'task':
			return task(meeting, ref);
		case 'clause-tasks':
			return clauseTasksWords(tasksOf(meeting.tasks, ref), (id) => nameIn(meeting.people, id));
		case 'previous-tasks':
			return previousTasksWords(meeting.tasks.previous, reviewOf(meeting.tasks), (id) =>
				nameIn(meeting.people, id)
			);
		case 'amendment':
			return amendment(meeting, ref);
		case 'comment':
			return comment(meeting, ref);
		case 'conclusion':
			return concluded(meeting, ref);
		case 'closed':
			return closedPart(meeting, ref);
		case 'opinion':
			return opinion(meeting, ref);
		case 'score':
			return selfScore(meeting);
		default:
			return '';
	}
}

/** The same where it is a table, for who can draw one; null for all other facts. */
export function factTable(meeting: Meeting, kind: string): FactTable | null {
	const { tasks, people } = meeting;
	switch (kind) {
		case 'previous-tasks':
			return previousTasksTable(tasks.previous, reviewOf(tasks), (id) => nameIn(people, id));
		case 'score': {
			const scored = selfScored(meeting);
			return scored && selfScoreTable(scored.frame, scored.isThematic, scored.sheet);
		}
		default:
			return null;
	}
}

function closedPart({ closed }: Meeting, ref: string): string {
	const part = closed.find((other) => documentOf(other) === ref);
	return part ? closedWords(part.from, part.to) : '';
}

function task({ tasks, clauses, people }: Meeting, ref: string): string {
	const found = tasks.assigned.find(({ id }) => id === ref);
	const clause = clauses.find(({ id }) => id === found?.clause);
	return found ? taskWords(found, (id) => nameIn(people, id), clause?.label) : '';
}

function amendment({ amendments, people }: Meeting, ref: string): string {
	const found = find(amendments, ref);
	const others = found?.outcome?.with?.flatMap((id) => find(amendments, id) ?? []) ?? [];
	return found ? amendmentWords(found, others, (id) => nameIn(people, id)) : '';
}

function selfScore(meeting: Meeting): string {
	const scored = selfScored(meeting);
	return scored ? selfScoreWords(scored.frame, scored.isThematic, scored.sheet) : '';
}

function selfScored(meeting: Meeting) {
	const { self: sheet } = meeting.scores;
	const frame = meeting.setup.rules.scoring;
	return sheet && frame ? { frame, sheet, isThematic: isThematic(meeting) } : null;
}

function concluded({ conclusions }: Meeting, item: string): string {
	const conclusion = conclusions[item];
	return conclusion ? conclusionWords(conclusion.text) : '';
}

function result({ votes, people }: Meeting, ref: string): string {
	const vote = votes.find(({ id }) => id === ref);
	if (vote?.state !== 'closed') return '';
	const { papers, issued, base, roll } = vote;
	const counted = {
		...vote,
		base: base.length,
		roll: roll.length,
		notVoting: notVoting(vote),
		papers: papers && { ...papers, issued: issued.length },
		ratePercent: percent(vote.counts.for, base.length)
	};
	return voteWords(counted, (id) => nameIn(people, id));
}
