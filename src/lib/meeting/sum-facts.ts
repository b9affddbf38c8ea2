/** What the room's facts come to, for the sentences that the taker puts in (`minutes/sum-words.ts`). */
import { amendmentsWords, rateWords, tasksWords } from '../minutes/sum-words.ts';
import { attendance } from '../rollcall/attendance.ts';
import { isLacking } from '../tasks/tasks.ts';
import { sitting, type Meeting } from './state.ts';

export function rate(meeting: Meeting): string {
	return rateWords(attendance(sitting(meeting)));
}

/** Without those that began while the session was closed: they are not for everybody who reads the minutes (CS4). */
export function allTasks(meeting: Meeting): string {
	const told = meeting.tasks.assigned.filter(({ id }) => isTold(meeting, id));
	return tasksWords(told.length, told.filter(isLacking).length);
}

export function allAmendments(meeting: Meeting): string {
	const told = meeting.amendments.filter(({ id }) => isTold(meeting, id));
	return amendmentsWords(told.map(({ outcome }) => outcome?.as ?? 'pending'));
}

function isTold({ closed }: Meeting, id: string): boolean {
	return !closed.some(({ inside }) => inside.includes(id));
}
