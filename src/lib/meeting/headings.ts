import type { AnyDocument, DocumentName } from '../access/contract.ts';
import { isOpen } from '../access/access.ts';
import { TITLE } from '../documents/blocks.ts';
import { CLOSING, OPENING } from '../minutes/minutes.ts';
import type { Room } from './room.svelte.ts';

interface Titles {
	readonly document: Readonly<Record<DocumentName, string>>;
	readonly closedPart: (part: number) => string;
}

/** What a document is called. */
export function titleOf(terms: Titles, document: AnyDocument): string {
	return isOpen(document)
		? terms.document[document]
		: terms.closedPart(Number(document.slice('closed-'.length)));
}

export interface HeadingWords {
	readonly opening: string;
	readonly closing: string;
	readonly resolutionTitle: string;
	readonly clause: (label: string) => string;
	readonly item: (number: number) => string;
}

/** What stands over a block of a document: a section's place in the meeting, a clause's label. */
export function headingOf(
	room: Pick<Room, 'meeting' | 'title'>,
	words: HeadingWords,
	document: AnyDocument,
	block: string
): string {
	if (document === 'resolution') {
		const clause = room.meeting.clauses.find(({ id }) => id === block);
		return block === TITLE || !clause ? words.resolutionTitle : words.clause(clause.label);
	}
	if (block === OPENING) return words.opening;
	if (block === CLOSING) return words.closing;
	const number = room.meeting.agenda.items.findIndex(({ id }) => id === block) + 1;
	return document === 'agenda' ? words.item(number) : `${number}. ${room.title(block)}`;
}
