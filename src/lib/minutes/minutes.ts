import { unreachable, type ItemId, type Logged, type PersonId } from '../kernel/decider.ts';
import type { AnyDocument } from '../access/contract.ts';
import type { Event } from './contract.ts';

export interface Note {
	readonly id: string;
	readonly item: ItemId | null;
	readonly by: PersonId;
	readonly about?: string;
	/** In which its words stand. */
	readonly document: AnyDocument;
	readonly corrected: boolean;
}

export type Notes = readonly Note[];

/** The sections besides those of the items (MI1). */
export const OPENING = 'opening';
export const CLOSING = 'closing';

export const initial: Notes = [];

export function evolve(notes: Notes, event: Logged<Event>): Notes {
	switch (event.type) {
		case 'minutes.noted': {
			const { note: id, item, by, about, document = 'minutes' } = event;
			return [...notes, { id, item, by, document, corrected: false, ...(about && { about }) }];
		}
		case 'minutes.corrected':
			return notes.map((note) => (note.id === event.note ? { ...note, corrected: true } : note));
		default:
			return unreachable(event);
	}
}
