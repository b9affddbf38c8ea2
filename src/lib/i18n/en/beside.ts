import type { Beside } from '../vi/beside.ts';

export const beside: Beside = {
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
		agenda: 'Agenda',
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
	},
	observers: {
		title: 'Observers and guests',
		hint: 'Observers join with the code on the screen and claim their name on the list.',
		none: 'Nobody is invited yet.',
		alone: 'Without a delegation',
		invite: 'Invite an observer',
		invited: (name) => `${name} is invited`,
		change: 'Change',
		changeSaid: (name) => `Change: ${name}`,
		changed: (name) => `${name} is changed`,
		name: 'Full name',
		position: 'Title',
		unit: 'Unit',
		mode: { room: 'In the room', remote: 'From afar' },
		delegation: 'Delegation',
		delegationHint: 'Its name, the same for everybody in it. Empty: they come by themselves.',
		rank: 'Comes as',
		ranks: {
			delegation_head: 'Head of the delegation',
			higher_level_delegate: 'Delegate of a higher level',
			guest_observer: 'Guest who comes to learn'
		},
		supervises: 'Follows this cell for the level above',
		supervisesHint: 'Sees before the opening what is still lacking.',
		required: 'Meetings to attend this year',
		attendedBefore: 'Attended before this one',
		quota: (before, required) => `attended ${before}/${required}`,
		follows: 'follows the cell',
		more: (n) => `and ${n} more`
	}
};
