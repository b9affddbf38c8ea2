import type { desk as vietnamese } from '../vi/desk.ts';

export const desk: typeof vietnamese = {
	checkin: {
		title: 'Check-in at the door',
		hint: 'Tap the name of whoever has just come.',
		present: (present, summoned) => `Present ${present}/${summoned}`,
		members: 'Members',
		observers: 'Observers and guests',
		here: (time) => `✓ ${time}`,
		arrived: (name) => `Present: ${name}`,
		nobody: 'There is no such name.',
		notSummoned: 'cannot attend',
		undo: 'A mistake, undo',
		undone: (name) => `Undone: ${name}`,
		toDesk: 'Back to the console',
		over: 'The meeting has ended; nobody can be checked in any more.'
	},
	sheets: {
		title: 'Paper',
		roll: 'Attendance sheet',
		ballots: 'Ballot papers',
		howMany: 'How many',
		question: 'Question',
		make: 'Make the papers'
	},
	behalf: {
		ask: 'Ask for the floor',
		askSaid: (name) => `Ask for the floor for ${name}`,
		asked: (name) => `Asked for the floor for ${name}`,
		comment: 'Comment as told',
		commentSaid: (name) => `Comment as told by ${name}`
	}
};
