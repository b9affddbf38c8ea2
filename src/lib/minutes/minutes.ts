import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type ItemId,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';

export interface Note {
	readonly id: string;
	readonly item: ItemId | null;
	readonly by: PersonId;
	readonly about?: string;
	readonly corrected: boolean;
}

export type Notes = readonly Note[];

/** The sections besides those of the items (MI1). */
export const OPENING = 'opening';
export const CLOSING = 'closing';

export interface Facts extends Act {
	readonly runningItem: ItemId | null;
	readonly itemExists: (id: ItemId) => boolean;
	/** The note's words as the server's own copy reads them, NFC; empty where it is not there. */
	readonly noteText: (note: string) => string;
	readonly standsOnce: (text: string, find: string) => boolean;
}

export const initial: Notes = [];

export function decide(notes: Notes, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'minutes.write': {
			if (notes.some((note) => note.id === command.ref)) return refused('id-taken');
			if (command.item !== undefined && !facts.itemExists(command.item)) return refused('unknown');
			const item = command.item ?? facts.runningItem;
			return happened({
				type: 'minutes.noted',
				note: command.ref,
				item,
				...(command.about && { about: command.about })
			});
		}
		case 'minutes.correct':
			if (!notes.some((note) => note.id === command.note)) return refused('unknown');
			if (!facts.standsOnce(facts.noteText(command.note), command.find)) return refused('text-changed');
			return happened({ type: 'minutes.corrected', note: command.note });
		default:
			return unreachable(command);
	}
}

export function evolve(notes: Notes, event: Logged<Event>): Notes {
	switch (event.type) {
		case 'minutes.noted': {
			const { note: id, item, by, about } = event;
			return [...notes, { id, item, by, corrected: false, ...(about && { about }) }];
		}
		case 'minutes.corrected':
			return notes.map((note) => (note.id === event.note ? { ...note, corrected: true } : note));
		default:
			return unreachable(event);
	}
}
