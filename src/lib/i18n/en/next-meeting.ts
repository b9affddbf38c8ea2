import type { nextMeeting as vi } from '../vi/next-meeting.ts';

export const nextMeeting = {
	make: 'New meeting from the last one',
	about: 'Only the day is missing. All else comes from the last meeting and can be changed while preparing.',
	comesAlong: (month: string) => `From the meeting of ${month}`,
	tasks: (n: number) => (n === 0 ? 'No task is still open' : `${n} ${n === 1 ? 'task' : 'tasks'} to review`),
	remedies: (n: number) => `of these ${n} to put right after the debrief`,
	remarks: (n: number) =>
		n === 0
			? 'No comment was left open'
			: `${n} ${n === 1 ? 'comment' : 'comments'} left open, as guiding questions`,
	people: (n: number) => `${n} members of the cell as it is now`,
	chair: (name: string) => `Chair: ${name}`,
	facilitator: (name: string) => `Helper: ${name}`,
	number: (number: string) => `Resolution: ${number}`,
	regular: 'A regular meeting, by the template and the standing blocks of the upper level',
	none: 'No meeting has closed yet that could be continued. Make the first one.'
} satisfies typeof vi;
