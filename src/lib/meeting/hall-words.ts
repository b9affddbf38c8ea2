import { blocksOf } from '../documents/blocks.ts';
import type { DocumentName } from '../access/contract.ts';
import type { Instant } from '../kernel/decider.ts';
import { textOn } from '../wall/wall.ts';
import type { LoggedEvent } from './contract.ts';
import type { Meeting } from './state.ts';

/** Words that were put on the screens of the hall by hand (`wall/RULES.md`, WA5). */
export interface ByHand {
	readonly at: Instant;
	/** Null for all texts. */
	readonly document: DocumentName | null;
	/** Null for the whole text. */
	readonly block: string | null;
}

/** @param meeting  as it ended, to tell clauses from sections */
export function wordsByHand(events: readonly LoggedEvent[], meeting: Meeting): ByHand[] {
	const exists = (document: DocumentName, block: string) => blocksOf(meeting, document).includes(block);
	return events.flatMap((event): ByHand[] => {
		switch (event.type) {
			case 'text.published':
				return [{ at: event.at, document: event.document, block: event.block }];
			case 'wall.wording-chosen':
				return [{ at: event.at, document: null, block: null }];
			case 'projection.shown': {
				const text = textOn(event, exists);
				return text ? [{ at: event.at, ...text }] : [];
			}
			default:
				return [];
		}
	});
}
