import type { closed as vietnamese } from '../vi/closed.ts';

export const closed: typeof vietnamese = {
	begin: 'Closed session',
	beginTitle: 'Closed session',
	beginHint:
		'Observers who wait outside see and read nothing until this part ends, and what was said in it stays hidden from them afterwards. The screen shows the meeting’s title only.',
	stay: 'Who may stay?',
	nobodyToKeep: 'There is no observer in this meeting.',
	beginNow: (outside) =>
		outside === 0
			? 'Begin the closed session'
			: `Begin, ${outside} ${outside === 1 ? 'observer waits' : 'observers wait'} outside`,
	begun: 'The closed session has begun',
	since: (time) => `In closed session since ${time}.`,
	where: 'The three texts are locked; notes go into “Closed part”.',
	outside: (names) => `Waiting outside: ${names}.`,
	end: 'End the closed session',
	endTitle: 'End the closed session?',
	endQuestion: 'Observers are asked back in and the three texts open again. The closed notes are kept apart.',
	ended: 'The closed session has ended',
	waitTitle: 'The cell is in closed session, please wait',
	waitHint: 'This page opens again by itself when the closed session ends. There is nothing to press.'
};
