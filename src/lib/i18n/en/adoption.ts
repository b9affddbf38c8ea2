import type { AdoptionWords } from '../vi/adoption.ts';

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

export const adoption = {
	ready: (left) =>
		left === 0
			? 'The minutes are ready to adopt.'
			: `Minutes ready to adopt: ${many(left, 'thing', 'things')} left.`,
	readyTitle: 'Before adopting',
	lack: {
		empty: (n) => `${many(n, 'section is', 'sections are')} still empty`,
		conclusions: (n) => `${many(n, 'item has', 'items have')} no conclusion of the chair`,
		corrections: (n) => `${many(n, 'correction', 'corrections')} asked for and not settled`,
		comments: (n) => `${many(n, 'comment is', 'comments are')} still open`,
		amendments: (n) => `${many(n, 'amendment is', 'amendments are')} still pending`,
		leaves: (n) => `${many(n, 'request', 'requests')} for leave undecided`,
		votes: () => 'A vote is not finished',
		tasks: (n) => `${many(n, 'task lacks', 'tasks lack')} a person or a deadline`,
		clauses: (n) => `${many(n, 'clause', 'clauses')} of the resolution to fill after the vote`
	},
	mend: 'Open',
	mendSaid: (what) => `Open: ${what}`,
	allowed: 'The chair may still put the minutes to the vote; this only reminds.',
	readBack: 'Read the minutes back',
	readBackHint: 'The wall and the phones show the section that is read.',
	start: 'Begin reading back',
	nextSection: 'Next section',
	previousSection: 'Section before',
	stop: 'End reading back',
	readingNow: (name) => `Now read: ${name}`,
	sectionOf: (n, of) => `Section ${n} of ${of}`,
	agreed: (n, of) => `Agreed: ${n} of ${of} members present`,
	noWords: 'Nothing is written in this section.',
	corrections: 'Corrections asked for',
	noCorrections: 'No correction has been asked for.',
	askedBy: (name, section) => `${name}, section “${section}”:`,
	done: 'Corrected',
	doneSaid: (name) => `Corrected as ${name} asked`,
	decline: 'Leave as it is',
	declineSaid: (name) => `Leave as it is, though ${name} asked`,
	declineTitle: 'Why is it not corrected?',
	declineHint: 'Whoever asked reads this answer.',
	reason: 'Reason',
	settled: 'The request is answered',
	frozen: 'The minutes are frozen: nobody can type in them. What becomes known later can be added here.',
	add: 'Add a note',
	addHint: 'The note stands at the end of the section, under your name, and is marked as added later.',
	addSection: 'Section',
	addWords: 'Note',
	added: 'The note is in the minutes',
	cardTitle: 'The minutes are being read back',
	agree: 'Agree',
	agreedMine: 'You have agreed with this section.',
	ask: 'Ask for a correction',
	askTitle: 'Ask for a correction of the minutes',
	askWords: 'What should be corrected, and how?',
	asked: 'Your request is sent',
	mine: 'Corrections you asked for',
	waiting: 'waiting for the minute taker',
	outcome: { done: 'corrected', declined: 'left as it is' },
	adopted: (when, version) => `Adopted at ${when}, version ${version}.`
} satisfies AdoptionWords;
