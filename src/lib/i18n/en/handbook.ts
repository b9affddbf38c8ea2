import type { HandbookWords } from '../vi/handbook.ts';

export const handbook: HandbookWords = {
	title: 'Members’ handbook app',
	about:
		'You upload the papers and what came of the meeting to the official app, Sổ tay đảng viên điện tử. Here you are reminded of the date, and the proof is kept.',
	what: { papers: 'Papers before the meeting', record: 'What came of the meeting' },
	line: (what, state, due) => {
		const thing = what === 'papers' ? 'papers' : 'results';
		if (state === 'late') return `Handbook app: the ${thing} are overdue (due ${due}).`;
		return `Handbook app: upload the ${thing} before ${due}.`;
	},
	state: {
		due: 'Not uploaded yet',
		late: 'Overdue',
		done: 'Uploaded',
		'done-late': 'Uploaded late'
	},
	due: (when) => `Due: ${when}`,
	done: 'Uploaded',
	doneOf: (what) => (what === 'papers' ? 'Papers uploaded' : 'Results uploaded'),
	doneAt: (when, name) => `At ${when}, noted by ${name}.`,
	proof: 'Proof',
	reference: 'Number or code in the app',
	file: 'Picture of the screen or PDF, 5\u00a0MB at most',
	chooseFile: 'Choose a file',
	noFile: 'No file chosen',
	addProof: 'Keep the proof',
	seeFile: (name) => `See the file ${name}`,
	problems: {
		nothing: 'Write a number or code, or choose a file.',
		many: 'As much proof as can be kept of this meeting is kept; no more is taken.',
		file: 'The file must be a PNG or JPEG picture or a PDF, 5 MB at most.'
	},
	takeBack: 'Noted by mistake, take it back',
	reason: 'Reason',
	history: 'Noted so far',
	takenBack: 'Taken back',
	none: 'The rules of this meeting set no date for uploading.',
	notYet: 'It is too early to upload anything.',
	toMeeting: 'To the meeting'
};
