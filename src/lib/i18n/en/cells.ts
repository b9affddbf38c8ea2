import type { Cells } from '../vi/cells.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const cells = {
	title: 'Cell',
	all: 'The cells',
	make: 'Make a cell',
	people: 'Members',
	count: (all, summoned) => `${counted(all, 'member', 'members')}, ${summoned} summoned to meetings`,
	name: 'Name of the cell',
	nameHint: 'For example: Cell of Residential Group 2',
	upper: 'Upper committee',
	upperNew: 'Another one…',
	upperName: 'Name of the upper committee',
	place: 'Area',
	meetingPlace: 'Usual place of meeting',
	ruleProfile: 'Rules',
	secretary: 'Secretary’s full name',
	own: 'I am the secretary of this cell',
	secretaryAccount: 'The secretary’s account',
	standing: {
		title: 'Sentences and citations to use again',
		hint: 'Written once, put into resolution and minutes with one tap, month after month.',
		kinds: {
			citation: 'Citations',
			sentence: 'Usual sentences',
			item: 'Items of every regular meeting'
		},
		hints: {
			citation: 'Documents in force that resolutions and minutes cite.',
			sentence: 'Opening and closing words, sentences that minutes often have.',
			item: 'They stand in the agenda of every regular meeting made from then on.'
		},
		titles: {
			citation: 'Kind of document (say: Guide)',
			sentence: 'Name to find it by',
			item: 'Title of the item'
		},
		add: { citation: 'Add a citation', sentence: 'Add a sentence', item: 'Add an item' },
		number: 'Number',
		issuedOn: 'Issued on',
		issuer: 'Issued by',
		about: 'What it is about',
		text: 'The sentence',
		minutes: 'Minutes',
		from: 'Used from',
		fromHint: 'Day/month/year. A meeting uses what is in force on its day.',
		change: 'Save the new version',
		newVersion: 'Make a new version',
		newVersionOf: (title) => `Make a new version: ${title}`,
		end: 'Use no more',
		endOf: (title) => `Use no more: ${title}`,
		endFrom: 'Used no more from',
		endedOn: (day) => `Used no more from ${day}`,
		since: (day) => `Used from ${day}`,
		lasts: (minutes) => `${minutes} minutes`,
		history: (n) => `Versions (${n})`,
		historyOf: (title) => `Versions of ${title}`,
		none: 'None yet.',
		done: { kept: 'Saved.', ended: 'The last day is kept.' }
	},
	noMeetings: 'Administrators keep lists and accounts and do not see what meetings are about.',
	person: {
		name: 'Full name',
		birthYear: 'Year of birth',
		partyStatus: 'Party status',
		office: 'Office in the cell',
		secretaryMoves: 'Giving this person the secretary’s office makes the present secretary a member.',
		standing: 'Standing',
		hasDevice: 'Has a phone for the meeting',
		noDevice: 'Has no phone',
		assistedBy: 'Helped by',
		nobody: 'Nobody',
		hasAccount: 'Has an account'
	},
	add: 'Add a member',
	addSubmit: 'Add to the list',
	added: (name) => `${name} was added.`,
	search: 'Find a name',
	empty: 'Nobody is on the list yet.',
	nobodyFound: 'No such name.',
	open: 'Open',
	paste: {
		title: 'Paste a list',
		intro:
			'Copy from a spreadsheet and paste here. One person a line: the name first, the other columns in any order.',
		columns:
			'Columns: year of birth; official or probationary; secretary, deputy secretary or committee member; exempt, special duty, temporary elsewhere or suspended. Vietnamese words are understood as well.',
		example:
			'Nguyễn Văn An; 1962; official; secretary\nTrần Thị Bình; 1950; exempt\nLê Văn Cường; probationary',
		list: 'The list',
		check: 'Preview',
		preview: 'Preview',
		nothingYet: 'Nothing is written yet. Please look it over and confirm.',
		row: 'Row',
		what: 'What will happen',
		outcome: { new: 'Add', update: 'Update', same: 'No change' },
		summary: (added, changed, same) => `${added} to add, ${changed} to update, ${same} unchanged.`,
		faults: (n) =>
			`${counted(n, 'row is', 'rows are')} not right and will be left out. You may correct below and preview again.`,
		fault: {
			'no-name': 'there is no name',
			'digits-in-name': 'the name has digits in it',
			'name-too-long': 'the name is longer than 80 letters',
			'unknown-word': 'not understood',
			'said-twice': 'said twice',
			'bad-year': 'not a valid year of birth',
			'same-person-twice': 'the same as a row before; add the year of birth to tell them apart',
			'which-of-two': 'two people of the cell have this name; add the year of birth to tell them apart',
			'two-secretaries': 'a cell has one secretary'
		},
		confirm: (n) => `Write ${counted(n, 'person', 'people')}`,
		nothing: 'There is nothing to write.',
		again: 'Correct the list',
		done: (added, changed) => `Written: ${added} added, ${changed} updated.`
	},
	link: {
		title: 'Personal link',
		intro:
			'Opened once on this person’s phone it leads straight into the meeting, without a code. Whoever has it enters under this name, so hand it over in private.',
		make: 'Make a link',
		shownOnce: 'Shown once only. Please scan or copy it now.',
		qr: (name) => `QR code of the personal link of ${name}`,
		revoke: 'Revoke all links',
		revoked: 'All links of this person are revoked.'
	},
	devices: {
		title: 'Devices that bear this name',
		lost: 'A lost phone? Revoke it, and it enters no meeting any more.',
		none: 'No device yet.',
		staff: 'Signed in with a password',
		device: 'A phone or computer that claimed the name',
		since: (when) => `since ${when}`,
		thisOne: 'this device',
		revoke: 'Revoke',
		revoked: 'The device is revoked.'
	},
	account: {
		title: 'Account with a password',
		intro: 'For who prepares papers or leads: they sign in on any computer.',
		has: (login) => `Account name: ${login}`,
		make: 'Make an account',
		made: 'The account is made. Please hand the password over in person.',
		setPassword: 'Set a new password',
		passwordSet: 'The new password is set; other devices have to sign in again.',
		newPassword: 'New password'
	},
	removal: {
		title: 'Take off the list',
		intro:
			'The records of past meetings keep this person. Devices and links of this name are revoked at once.',
		reason: 'Reason',
		reasonHint: 'For example: official transfer, deceased, entered by mistake',
		submit: 'Take off the list'
	}
} satisfies Cells;
