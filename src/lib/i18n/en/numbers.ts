import type { NumbersWords } from '../vi/numbers.ts';

export const numbers = {
	title: 'Numbers of papers',
	intro:
		'The server numbers a paper when it is issued: the agenda with the notice, resolution, minutes and those of the committee’s meeting at the end of the meeting. Each kind runs on through one term; a number that was given never changes.',
	papers: {
		agenda: 'Agenda',
		committee: 'Minutes of the committee',
		minutes: 'Minutes',
		resolution: 'Resolution',
		conclusion: 'Conclusion',
		debrief: 'Minutes of the debrief'
	},
	now: (term) => (term === null ? 'The next numbers' : `The next numbers, term ${term}`),
	next: (words) => `Next: ${words}`,
	last: (number) => `Given up to ${String(number).padStart(2, '0')}`,
	none: 'None given yet',
	begin: 'Were numbers used before?',
	beginHint: (paper) =>
		`${paper}: the last number that the cell used in this term. The next one goes on from it.`,
	lastUsed: 'Last number used',
	beginSubmit: 'Go on from it',
	begun: 'Kept. The next number goes on from it.',
	taken: 'A number of this kind was given already, so it goes on from that one.',
	termTitle: 'A new term',
	term: 'Term of the cell’s committee',
	termHint: 'For example 2025-2027. From the moment a new term is kept each kind begins at 01.',
	termSubmit: 'Keep the term',
	termKept: 'The term is kept.',
	given: 'Numbers given',
	givenNone: 'No paper has been given a number yet.',
	of: (paper, month, day) => `${paper}, meeting of ${month}, given on ${day}`
} satisfies NumbersWords;
