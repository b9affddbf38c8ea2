import type { ChairWords } from '../vi/chair.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const chair: ChairWords = {
	key: (key) => `key ${key}`,
	say: {
		title: 'Words to say',
		steps: { open: 'To begin', discuss: 'To discuss', vote: 'To vote', close: 'To close' },
		none: 'No words are suggested for this item.'
	},
	pilot: {
		left: (time) => `${time} left`,
		waiting: (n, turn) => `${n} waiting × ${turn}`,
		fits: 'in time',
		over: (minutes) => `${counted(minutes, 'minute', 'minutes')} over`,
		end: 'Expected end',
		onTime: 'as planned',
		early: (minutes) => `${counted(minutes, 'minute', 'minutes')} early`,
		limit: (time) => `Limit at ${time}`,
		diffOver: (n) => `${counted(n, 'minute', 'minutes')} over`,
		diffEarly: (n) => `${counted(n, 'minute', 'minutes')} early`
	},
	conclude: {
		button: 'Conclude this item',
		change: 'Change the conclusion',
		title: 'The chair’s conclusion',
		of: (title) => `Conclusion: ${title}`,
		hint: 'Goes into the minutes under this item; can be changed until the minutes are voted on.',
		text: 'Conclusion',
		pick: 'Pick a sentence',
		save: 'Put it into the minutes',
		saved: 'The conclusion stands in the minutes',
		now: 'Conclusion:'
	},
	order: {
		title: 'Order and time',
		present: 'Invite to present',
		presentSaid: (name) => `Invite to present: ${name}`
	},
	undo: {
		word: 'Undo',
		undone: 'Undone',
		item: (n) => `Went on to item ${n}`,
		skipped: (n) => `Skipped item ${n}`,
		itemMoved: 'Changed the order of items',
		granted: (name) => `Gave the floor to ${name}`,
		ended: 'Ended the turn',
		turn: 'Changed the time of the turn',
		queue: 'Changed the queue',
		attendance: (names) => `Changed the roll: ${names}`,
		many: (n) => counted(n, 'person', 'people'),
		wall: 'Changed the big screen'
	}
};
