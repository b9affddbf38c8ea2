import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import { readingOf } from '../../src/lib/meeting/reading.ts';
import type { Words } from '../documents/documents.ts';
import { stateFor, type Visit } from './room-data.ts';

/**
 * A text by block, in order, as this viewer reads it: with the words of the facts, of which they learn here no
 * more than anywhere else.
 */
export function readBy(
	{ room, viewer }: Visit,
	name: AnyDocument,
	document: Pick<Words, 'written'>
): { block: string; text: string }[] {
	const { meeting } = stateFor(room, viewer);
	return blocksOf(room.meeting, name).map((block) => ({
		block,
		text: readingOf(meeting, document.written(block))
	}));
}
