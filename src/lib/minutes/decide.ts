import type { ClosedName } from '../access/contract.ts';
import { happened, refused, unreachable, type Act, type Decision, type ItemId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Notes } from './minutes.ts';

export interface Facts extends Act {
	readonly runningItem: ItemId | null;
	/** The document of the part that is closed now, where notes then go. */
	readonly closedDocument: ClosedName | null;
	/** The minutes are put to the vote, or adopted (AD1). */
	readonly areFrozen: boolean;
	/** Who may still add to them then (AD2). */
	readonly isRecorder: boolean;
	readonly itemExists: (id: ItemId) => boolean;
	/** The note's words as the server's own copy reads them, NFC; empty where it is not there. */
	readonly noteText: (note: string) => string;
	readonly standsOnce: (text: string, find: string) => boolean;
}

export function decide(notes: Notes, command: Command, facts: Facts): Decision<Event, Refusal> {
	if (facts.areFrozen && !facts.isRecorder) return refused('text-frozen');
	switch (command.type) {
		case 'minutes.write': {
			if (notes.some((note) => note.id === command.ref)) return refused('id-taken');
			if (command.item !== undefined && !facts.itemExists(command.item)) return refused('unknown');
			const item = command.item ?? facts.runningItem;
			return happened({
				type: 'minutes.noted',
				note: command.ref,
				item,
				...(command.about && { about: command.about }),
				...(facts.closedDocument && { document: facts.closedDocument }),
				...(facts.areFrozen && { late: true as const })
			});
		}
		case 'minutes.correct':
			if (!notes.some((note) => note.id === command.note)) return refused('unknown');
			if (!facts.standsOnce(facts.noteText(command.note), command.find)) return refused('text-changed');
			return corrected(command, facts);
		default:
			return unreachable(command);
	}
}

/** What everybody agreed to is changed with a reason only (AD4, INV-11). */
function corrected(
	{ note, find, replace, reason }: Extract<Command, { type: 'minutes.correct' }>,
	{ areFrozen }: Facts
): Decision<Event, Refusal> {
	if (!areFrozen) return happened({ type: 'minutes.corrected', note });
	if (reason === undefined) return refused('reason-needed');
	return happened({ type: 'minutes.corrected', note, late: { find, replace, reason } });
}
