import { time } from '../i18n/format.ts';
import type { Hall } from '../i18n/vi/hall.ts';
import type { Room } from '../meeting/room.svelte.ts';
import { headingOf } from '../meeting/headings.ts';
import type { Queued } from './wall.ts';
import type { Slide } from './contract.ts';

/** What people call a slide. */
export function slideName(room: Room, words: Hall, slide: Slide | Queued): string {
	const { show, what } = slide;
	switch (show) {
		case 'item':
			return what === undefined ? words.show.item : words.ofItem(room.title(what));
		case 'document':
			return textName(room, words, what ?? room.meeting.agenda.running ?? '');
		case 'vote': {
			const vote = room.meeting.votes.find(({ id }) => id === what);
			return vote ? words.ofVote(vote.title) : words.show.vote;
		}
		case 'message':
			return words.ofMessage(slide.message ?? '');
		case 'break':
			if ('until' in slide && slide.until !== undefined) return words.until(time(slide.until));
			return 'minutes' in slide && slide.minutes !== undefined
				? words.ofBreak(slide.minutes)
				: words.show.break;
		default:
			return words.show[show];
	}
}

function textName(room: Room, words: Hall, what: string): string {
	if (what === 'draft' || what === 'resolution') return words.whole.resolution;
	if (what === 'minutes' || what === 'agenda') return words.whole[what];
	const amendment = room.meeting.amendments.find(({ id }) => id === what);
	if (amendment) return words.ofAmendment(amendment.label);
	const clause = room.meeting.clauses.find(({ id }) => id === what);
	return clause
		? words.ofClause(clause.label)
		: words.ofSection(headingOf(room, headings(words), 'minutes', what));
}

function headings({ opening, closing, whole, ofClause }: Hall) {
	return { opening, closing, resolutionTitle: whole.resolution, clause: ofClause, item: String };
}
