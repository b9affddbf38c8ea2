import type { PublicationWords } from '../vi/publication.ts';

const some = (count: number, one: string, many: string) =>
	count > 0 && `${count} ${count === 1 ? one : many}`;

export const publication: PublicationWords = {
	title: 'Publish as a model record',
	publishAs: 'Publish as a model record',
	model: 'Model record',
	kinds: 'Which records',
	own: 'Records of the cell',
	models: 'Model records',
	modelsAbout: 'Records of model meetings that cells of the same committee have published to learn from.',
	noModels: 'No model record has been published in the committee yet.',
	toModels: 'Model records',
	toRecord: 'Back to the record',
	about: (cells) =>
		`Members of other cells under the same committee (${cells}) will be able to read what is published. Choose what to leave out, read exactly what will be published, and only then publish it.`,
	readBy: (cells) =>
		cells === 0
			? 'No other cell of the committee is on this system yet.'
			: `${cells === 1 ? 'One other cell' : `${cells} other cells`} under the same committee can read it, and nobody else.`,
	closedParts: 'Always left out: closed sessions',
	closedHint: 'What was said and written in them is never published.',
	never: 'Always left out',
	neverHint:
		'Reasons of leave, comments that were not for everybody, observers’ remarks, opinions that were prepared and not read out, members’ commitments.',
	leaveOut: 'Leave out',
	itsWords: 'See its words',
	items: 'Items of the agenda and the minutes',
	clauses: 'Clauses of the resolution',
	comments: 'Written comments',
	people: 'Names',
	peopleHint:
		'A name is left out wherever it is written in full. Where only the given name stands, add it under “Further words”.',
	phrases: 'Further words',
	phrasesHint: 'One word or phrase on each line; left out wherever it stands.',
	preview: 'See exactly what will be published',
	readFirst: 'This is all that will be published. Please read it before you publish it.',
	changed: 'This is not what you saw a moment ago. Please read it again, then publish it.',
	publish: 'Publish this',
	chooseAgain: 'Choose again what to leave out',
	isPublished: 'Published',
	publishedAt: (when, name) => `Published at ${when} by ${name}.`,
	takenBackAt: (when, name) => `Taken back at ${when} by ${name}.`,
	look: 'See what is published',
	takeBack: 'Take it back',
	takeBackHint:
		'Once it is taken back no cell can read or find it. What was printed or copied before remains.',
	history: 'Published before',
	origin: 'Model record, an extract to learn from within the committee',
	attended: (present, summoned, rate) =>
		`${present} of ${summoned} members summoned were present${rate && ` (${rate})`}.`,
	lasted: (minutes) => `It lasted ${minutes} minutes.`,
	took: (planned, actual) => `(planned ${planned} min, took ${actual} min)`,
	itemLeftOut: 'An item is left out.',
	clauseLeftOut: 'Left out.',
	leftOut: ({ closedParts, items, clauses, comments, names }) => {
		const parts = [
			some(closedParts, 'closed session', 'closed sessions'),
			some(items, 'item', 'items'),
			some(clauses, 'clause', 'clauses'),
			some(comments, 'comment', 'comments'),
			some(names, 'name', 'names')
		];
		return `Left out: ${parts.filter(Boolean).join(', ')}.`;
	},
	takenFrom: (number, cell, day) =>
		`Taken from record no. ${number} of ${cell}, sealed on ${day}. Fingerprint of the whole record:`,
	hash: 'SHA-256 of what is published:'
};
