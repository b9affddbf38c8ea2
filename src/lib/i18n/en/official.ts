import type { OfficialWords } from '../vi/official.ts';

export const official = {
	title: 'Papers',
	papers: {
		minutes: 'Minutes',
		resolution: 'Resolution',
		conclusion: 'Conclusion',
		agenda: 'Agenda',
		roll: 'Roll',
		score: 'Score sheet',
		remarks: 'Observers’ remarks',
		debrief: 'Minutes of the debrief',
		committee: 'Minutes of the committee’s meeting',
		extract: 'Extract of the minutes'
	},
	word: 'Word',
	as: (paper, format) => `${paper}, ${format} file`,
	tables: 'Spreadsheets (Excel)',
	rollTable: 'Roll',
	taskTable: 'Tasks',
	dossier: 'The whole record in one file',
	toRecord: 'Record of the meeting',
	extractTitle: 'Extract of the minutes about one item',
	extractItem: 'Item',
	showExtract: 'Show the extract',
	formTitle: 'Form and signature',
	guide: 'After the guide',
	signedFor: 'On behalf of',
	choose: 'Use this form',
	problems: {
		signIn: 'Sign in, then open this address again.',
		notFound: 'There is no such paper, or you may not see it.',
		malformed: 'Part of the address is not right. Open the record again and choose from its papers.',
		busy: 'Many papers are being made at once. Try again in a few minutes.',
		failed: 'The paper could not be made. Try again; if it fails again, print the record’s page.'
	}
} satisfies OfficialWords;
