/** What of a record is left for who waited outside while a part of its meeting was closed (CS4). */
import { isInside, type ClosedPart } from '../../src/lib/closed/closed.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { shown } from '../../src/lib/meeting/shown.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { recordOf, type MeetingRecord, type RecordedDocument } from '../../src/lib/records/record.ts';
import { htmlIn } from './documents.ts';

/** Who is no person of the meeting reads it by their right in the cell, as its members do. */
export function isOutside({ people }: Meeting, part: ClosedPart, person: string | null): boolean {
	return person !== null && !isInside(part, people[person]);
}

/**
 * The record as if the closed parts had left only what is public of them: folded and counted anew from that.
 * @param person  null for who was of no part at all
 */
export function forOutside(
	record: MeetingRecord,
	whole: Meeting,
	person: string | null
): { readonly record: MeetingRecord; readonly meeting: Meeting } {
	const events = record.events.map((event) => shown(event, { person, device: '' }, whole));
	const meeting = foldOf(events);
	const clauses = new Map(record.documents.resolution.blocks.map(({ id, text }) => [id, text]));
	const texts = {
		clause: (id: string) => clauses.get(id) ?? '',
		note: () => '',
		whenPut: () => null,
		sha256: () => ''
	};
	const titles = new Map(record.items.map(({ id, title }) => [id, title]));
	// Which version was adopted is public; its words were rendered with what is not.
	const adopted = record.adopted && { ...record.adopted, sections: [], later: [] };
	const open = { open: readingIn(meeting, record.documents), closed: [], adopted };
	return {
		meeting,
		record: recordOf(meeting, events, open, (item) => titles.get(item) ?? '', texts, record.scores)
	};
}

/** What the facts in the texts say was rendered with the whole meeting. */
function readingIn(meeting: Meeting, documents: MeetingRecord['documents']): MeetingRecord['documents'] {
	const anew = (document: RecordedDocument): RecordedDocument => ({
		...document,
		blocks: document.blocks.map((block) => ({ ...block, html: htmlIn(meeting, block.content) }))
	});
	const { agenda, minutes, resolution } = documents;
	return { agenda: anew(agenda), minutes: anew(minutes), resolution: anew(resolution) };
}

/** The meeting as its record leaves it. */
export function foldOf(events: readonly LoggedEvent[]): Meeting {
	const meeting = events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!meeting) throw new Error('a record without events');
	return meeting;
}
