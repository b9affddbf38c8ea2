import type { Content } from '../vi/content.ts';

export const content: Content = {
	title: 'Content',
	news: {
		title: 'News',
		limit: (count, most) => `${count} of ${most} pieces, at most 300 characters each.`,
		add: 'Add a piece of news',
		text: 'News',
		link: 'Link to our cell',
		linkHint: 'What does it mean for the members and the people here?',
		unlinked: 'no link yet',
		write: 'Write the link',
		save: 'Save',
		remove: (text) => `Remove the news: ${text}`,
		drop: 'Remove',
		none: 'No news yet.',
		full: 'As many pieces as a meeting takes.',
		notRelevant: 'Not relevant to this cell',
		relevantAgain: 'Take the mark back',
		marked: (count) =>
			count === 1 ? '1 observer finds it not relevant' : `${count} observers find it not relevant`,
		added: 'The news was added.'
	},
	reports: {
		title: 'Reports of mass organisations',
		organisation: 'Organisation',
		known: [
			'Front committee',
			'Women’s union',
			'Veterans’ association',
			'Youth union',
			'Farmers’ association',
			'Association of the elderly'
		],
		reporter: 'Who reports',
		nobody: 'Nobody yet',
		ask: 'Add a report',
		asked: 'The report was added.',
		missing: 'not given yet',
		given: (name) => `given by ${name}`,
		text: 'What it says',
		give: 'Write the report',
		change: 'Change the report',
		wasGiven: 'The report was saved.',
		drop: 'Remove',
		dropped: (organisation) => `Remove the report: ${organisation}`,
		none: 'No organisation reports yet.',
		yours: (organisation) => `You report for: ${organisation}`
	},
	commitments: {
		title: 'Yearly commitments',
		secret: 'Only that member and the committee see it.',
		member: 'Member',
		none: 'No commitment was brought into this meeting.',
		year: (year) => `Commitment of ${year}`,
		lines: 'What is committed to, a line each',
		bring: 'Bring it into the meeting',
		bringAgain: 'Type it anew',
		brought: 'The commitment is in the meeting.',
		marks: { kept: 'Kept', partly: 'Kept in part', 'not-yet': 'Not yet' },
		earlier: (mark) => `Last time: ${mark.toLowerCase()}`,
		note: 'Note',
		progress: (done, all) => `${done} of ${all} reviewed`,
		mine: 'My commitment',
		by: (name) => `entered by ${name}`
	},
	ceremony: {
		title: 'Admission ceremony',
		add: 'Add an admission ceremony',
		candidate: 'Name of who is admitted',
		minutes: 'Minutes',
		added: 'The ceremony is on the agenda.',
		of: (candidate) => `Admission of ${candidate}`,
		notDiscussion: 'Its time is not time of discussion.',
		steps: {
			flag: 'Salute to the flag, anthems',
			reason: 'Reason stated, guests introduced',
			decision: 'Decision of admission read',
			oath: 'The new member’s oath',
			duties: 'Duties and rights stated; a member assigned to help',
			guests: 'Words of the upper level',
			end: 'End of the ceremony'
		},
		doneAt: (time) => `done at ${time}`
	},
	standing: {
		hint: 'Tap one to put it where you are writing.',
		none: 'The cell keeps none yet. Secretary and deputy write them on the page of the cell.',
		inserted: 'Inserted.',
		failed: 'They could not be read. Please try again.'
	},
	substance: {
		title: 'Substance',
		share: (percent, least) =>
			`Party content has ${percent}% of the planned time (${least}% or more is advised).`,
		shareFew: 'There is too little Party content. Take minutes from other items, or give the content more.',
		noInspectionItem: 'The agenda has no item of inspection and supervision any more.',
		noInspectionClause: 'The draft resolution has no clause on inspection or supervision.',
		well: 'Nothing to point out.'
	},
	member: {
		own: 'My page',
		page: 'The member’s page',
		summary: (present, all, spoke) => `Present in ${present} of ${all} recorded meetings, spoke in ${spoke}.`,
		tasks: 'Tasks',
		noTasks: 'No task was assigned.',
		leads: 'Leads',
		supports: 'Supports',
		until: (day) => `due ${day}`,
		noCommitment: 'No commitment was brought into a meeting yet.',
		meetings: 'Meetings',
		noMeetings: 'No meeting is recorded yet.',
		speeches: (count, time) =>
			count === 0 ? 'did not speak' : `spoke ${count === 1 ? 'once' : `${count} times`}, ${time}`,
		comments: (count) => (count === 1 ? '1 comment' : `${count} comments`)
	},
	lastMonth: {
		title: 'Last month and now',
		item: 'Item',
		before: (month) => `Written in ${month}`,
		now: 'Written now',
		nothing: 'Nothing was written.',
		repeats: (percent) => `${percent}% the same as last month. Write what is new this month.`,
		none: 'There is no record of an earlier month.',
		show: 'Compare with last month',
		failed: 'The last record could not be read. Please try again.'
	}
};
