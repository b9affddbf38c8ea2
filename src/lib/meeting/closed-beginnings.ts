/** What a closed part has to remember of what begins inside it (`closed/RULES.md`, CS4). */
import type { LoggedEvent } from './contract.ts';

/** The id of the thing that begins with this event; null for all other events. */
export function beginning(event: LoggedEvent): string | null {
	switch (event.type) {
		case 'floor.requested':
			return event.request;
		case 'floor.granted':
			return event.invited ? event.turn : null;
		case 'comment.posted':
			return event.comment;
		case 'amendment.proposed':
			return event.amendment;
		case 'minutes.noted':
			return event.note;
		case 'minutes.correction-asked':
			return event.correction;
		case 'vote.put':
			return event.vote;
		case 'paper.published':
			return event.paper;
		case 'question.added':
			return event.question.id;
		case 'news.added':
			return event.news;
		case 'report.asked':
			return event.report;
		case 'ceremony.planned':
			return ceremonyOf(event.item);
		case 'task.assigned':
			return event.task;
		default:
			return null;
	}
}

/** A ceremony has no id but its item's, and an item for which it is planned inside is no less public. */
export function ceremonyOf(item: string): string {
	return `ceremony ${item}`;
}
