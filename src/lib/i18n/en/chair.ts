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
		policy: 'Order of speakers',
		chosen: (policy) => `Order of speakers: ${policy}`,
		limits: 'Time limits',
		turn: 'Each turn (minutes)',
		turnHint: 'An item with a limit of its own keeps it. Empty: no limit.',
		item: 'Running item: planned minutes',
		total: 'Whole meeting (minutes)',
		totalHint: 'From the opening on. Empty: the sum of the agenda.',
		save: 'Set the limits',
		saved: 'The limits are set',
		groups: 'Party groups',
		groupsHint: 'Choose a group for each member; guests count by delegation.',
		group: (n) => `Group ${n}`,
		noGroup: 'No group',
		groupOf: (name) => `Group of ${name}`,
		saveGroups: 'Set the groups',
		savedGroups: 'The groups are set',
		moved: 'placed by the chair',
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
	},
	ready: {
		title: 'Check before the opening',
		all: 'Everything is ready to open.',
		missing: (n) => `${counted(n, 'thing is', 'things are')} missing`,
		allowed: 'You can open without them; better to add them first.',
		state: { done: 'done', missing: 'missing', later: 'after the opening' },
		few: (n, of) => `${n} of ${of} so far`,
		late: 'were late',
		check: {
			committee: 'The committee has met',
			papers: 'Papers are posted',
			'on-time': 'Papers were out in time',
			draft: 'Draft resolution',
			questions: 'Questions for the discussion',
			opinions: 'Opinions are assigned',
			prepared: 'Opinions are prepared',
			summons: 'People are summoned',
			wall: 'A big screen is paired',
			'minute-taker': 'Minute taker'
		},
		mend: 'Go there',
		mendSaid: (what) => `Go there: ${what}`
	},
	keys: {
		title: 'Keys',
		list: {
			N: 'Go on to the next item',
			S: 'Give the floor to the next speaker',
			E: 'End the turn',
			P: 'Pause or resume the turn',
			T: 'One more minute for the speaker',
			K: 'Conclude the running item',
			B: 'Blank the big screen, or show it again',
			U: 'Undo what you just did (10 seconds)',
			G: 'Show or fold the words to say',
			Q: 'Order of speakers and time limits',
			V: 'The vote: put a question, see the results',
			W: 'Open the vote on the question that was put',
			X: 'Announce the result of the vote (asks first)',
			O: 'Open or end the meeting (asks first)',
			M: 'Big screen',
			A: 'Who may write',
			C: 'Offices',
			'1–9': 'Open the panels on the right in order; Tab leads inside',
			'?': 'Show these keys',
			Esc: 'Close the dialog, leave the field'
		},
		remote: 'Use a presenter’s remote: PageDown for the next item, PageUp for the next speaker',
		notWhileTyping: 'Keys do nothing while you are typing.'
	}
};
