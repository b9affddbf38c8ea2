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
	nothing: 'No record was found. Try fewer words, or another month.'
} satisfies typeof vi;
