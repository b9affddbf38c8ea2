import type { archive as vi } from '../vi/archive.ts';

export const archive = {
	title: 'Records of the meetings',
	about: 'Minutes and resolutions of the meetings that you may see.',
	open: 'Search the records',
	words: 'Search for words',
	wordsHint: 'With or without accents, for example: nghi quyet, vệ sinh môi trường.',
	submit: 'Search',
	inTitle: 'Only in names and topics',
	cell: 'Cell',
	month: 'Month',
	type: 'Type',
	any: 'All',
	model: 'Model meetings',
	reset: 'Show all again',
	year: (year: string) => year,
	results: (words: string) => `Results for “${words}”`,
	chosen: 'Chosen records',
	ended: (when: string) => `Closed at ${when}`,
	newer: 'Previous page',
	older: 'Show more',
	none: 'There is no record yet. One appears here as soon as a meeting has closed.',
	retention: {
		title: 'The time of keeping is over',
		hint: 'No record goes by itself. Open each, look at it again, and decide whether to delete it or keep it on.',
		since: (day) => `was to be kept until ${day}`,
		until: (day, years) =>
			`Kept for ${years} ${years === 1 ? 'year' : 'years'}, until ${day}. No record goes by itself.`,
		isOver: (day, years) =>
			`The ${years} ${years === 1 ? 'year' : 'years'} that the cell keeps its records ended on ${day}. No record goes by itself: you decide whether to delete it or keep it on.`,
		reason: 'The years of keeping it are over',
		setting: 'How long records are kept',
		settingHint:
			'When the time is over, secretary and deputy are reminded on the page of records; no record goes by itself. Leave it empty where nothing was decided.',
		years: 'Years',
		save: 'Save',
		saved: 'How long records are kept is saved.'
	},
	nothing: 'No record was found. Try fewer words, or another month.'
} satisfies typeof vi;
