import type { nextMeeting as vi } from '../vi/next-meeting.ts';

export const nextMeeting = {
	make: 'New meeting from the last one',
	about:
		'Only the day is missing, and the type where it is another. All else comes from the last meeting and can be changed while preparing.',
	comesAlong: (month: string) => `From the meeting of ${month}`,
	tasks: (n: number) => (n === 0 ? 'No task is still open' : `${n} ${n === 1 ? 'task' : 'tasks'} to review`),
	remedies: (n: number) => `of these ${n} to put right after the debrief`,
	comments: (n: number) =>
		n === 0
			? 'No comment was left open'
			: `${n} ${n === 1 ? 'comment' : 'comments'} left open, as guiding questions`,
	people: (n: number) => `${n} members of the cell as it is now`,
	chair: (name: string) => `Chair: ${name}`,
	facilitator: (name: string) => `Helper: ${name}`,
	number: (number: string) => `Resolution: ${number}`,
	standing: (n: number) =>
		n === 0
			? 'The cell has no standing items of its own'
			: `${n} standing ${n === 1 ? 'item' : 'items'} of the cell`,
	template: 'The template of the type, with what the upper level prescribes',
	remarks: 'What observers said last time and nothing was made of',
	remarksHint: 'As guiding questions, without a name. Take the tick away from what need not come along.',
	none: 'No meeting has closed yet that could be continued. Make the first one.'
} satisfies typeof vi;
