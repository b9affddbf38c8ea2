import type { Taker } from '../vi/taker.ts';

export const taker = {
	at: (heading) => `Into: ${heading}`,
	search: 'Find a sentence',
	searchHint: 'Without tones is fine. Enter inserts the first one, the arrow keys choose.',
	here: 'Sentences for this part',
	usual: 'Usual sentences',
	live: 'Numbers that stay true to the facts',
	nothing: 'There is no such sentence.',
	inserted: 'Inserted into the minutes',
	people: 'Comments and opinions not in the minutes yet',
	comment: 'comment',
	opinion: 'written opinion',
	quote: 'Put into the minutes',
	quoteOf: (kind, name) => `Put the ${kind} of ${name} into the minutes`,
	cell: 'Sentences and citations of the cell',
	turn: {
		title: (name) => `Correct the turn of ${name}`,
		hint: 'Minutes and figures follow.',
		kind: 'Kind',
		minutes: 'Minutes',
		seconds: 'Seconds',
		save: 'Correct',
		done: 'The turn was corrected'
	},
	changes: {
		hint: 'A corrected fact corrects every mention in minutes and resolution. Each correction leaves a line.',
		none: 'No fact was corrected.',
		fixed: 'Corrected',
		removed: 'Removed',
		failed: 'It could not be read. Please try again.'
	}
} satisfies Taker;
