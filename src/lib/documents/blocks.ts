import { DOCUMENTS } from '../access/access.ts';
import type { AnyDocument } from '../access/contract.ts';
import { documentOf, partOf } from '../closed/closed.ts';
import type { Meeting } from '../meeting/state.ts';
import { CLOSING, OPENING } from '../minutes/minutes.ts';

/** The resolution's own title, beside its clauses. */
export const TITLE = 'title';

/**
 * The blocks of a document, in order: the facts say which exist, the document holds their words under these
 * names. A removed item's or clause's words stay in the document, out of sight.
 */
export function blocksOf(
	meeting: Pick<Meeting, 'agenda' | 'clauses' | 'closed'>,
	document: AnyDocument
): string[] {
	const items = meeting.agenda.items.map((item) => item.id);
	switch (document) {
		case 'agenda':
			return items;
		case 'minutes':
			return [OPENING, ...items, CLOSING];
		case 'resolution':
			return [TITLE, ...meeting.clauses.map((clause) => clause.id)];
		default:
			return [...(partOf(meeting.closed, document)?.sections ?? [])];
	}
}

/** Every document that a meeting has by now. */
export function documentsOf({ closed }: Pick<Meeting, 'closed'>): AnyDocument[] {
	return [...DOCUMENTS, ...closed.map(documentOf)];
}
