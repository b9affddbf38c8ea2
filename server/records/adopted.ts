import type * as Y from 'yjs';
import {
	adoptedText,
	placesSince,
	type Adopted,
	type AdoptedNode,
	type Later,
	type Place
} from '../../src/lib/adoption/adopted.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import { woven } from '../../src/lib/documents/woven.ts';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { find } from '../../src/lib/agenda/agenda.ts';
import { factTable, factWords } from '../../src/lib/meeting/fact-words.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { minutesAdoptedBy } from '../../src/lib/vote/vote.ts';
import { elementsOf, jsonOf, sha256OfText, writtenIn } from '../documents/text.ts';
import type { Log } from '../log/port.ts';
import { docAt, headingIn } from './documents.ts';

export interface Telling {
	readonly log: Log;
	readonly events: readonly LoggedEvent[];
	readonly fold: (events: readonly LoggedEvent[]) => Meeting;
	/** The minutes and the agenda as they are now. */
	readonly minutes: Y.Doc;
	readonly agenda: Y.Doc;
}

/**
 * The words that were adopted, read at the version and the moment that the question names (AD3), and what came after.
 * @returns null where no question on the minutes passed
 */
export async function adoptedOf(
	meeting: Meeting,
	{ log, events, fold, minutes, agenda }: Telling
): Promise<Adopted | null> {
	const vote = minutesAdoptedBy(meeting.votes);
	const put = events.find((event) => event.type === 'vote.put' && event.vote === vote?.id);
	if (!vote?.version || !put) return null;
	const { seq, sha256 } = vote.version;
	const then = fold(events.slice(0, put.seq));
	const doc = await docAt(log, meeting.setup.id, 'minutes', seq);
	const sections = blocksOf(then, 'minutes').map((id) => {
		const { text, facts = [] } = writtenIn(doc, id);
		const words = woven(text, facts, (kind, ref) => factWords(then, kind, ref));
		const content = contentOf(then, doc, id);
		return { id, ...headingIn(then, agenda, id), text: words.normalize('NFC'), content };
	});
	return {
		vote: vote.id,
		at: vote.closedAt,
		putAt: put.at,
		version: { seq, sha256 },
		sections,
		sha256: sha256OfText(adoptedText(sections)),
		later: laterOf(meeting, doc, minutes, events.slice(put.seq))
	};
}

function contentOf(then: Meeting, doc: Y.Doc, id: string): AdoptedNode[] {
	const [block] = jsonOf(doc, [id]).content;
	return (block?.content ?? []).map((node) => {
		if (node.type !== 'fact') return node;
		const { kind = '', ref = '' } = node.attrs ?? {};
		const words = factWords(then, kind, ref).normalize('NFC');
		const isPlace = words === '' || (kind === 'item' && find(then.agenda, ref)?.state === 'running');
		return { ...node, said: { words, table: factTable(then, kind), isPlace } };
	});
}

function laterOf(meeting: Meeting, before: Y.Doc, now: Y.Doc, after: readonly LoggedEvent[]): Later[] {
	const noted = new Map(
		after.flatMap((event) => (event.type === 'minutes.noted' ? [[event.note, event]] : []))
	);
	const added = blocksOf(meeting, 'minutes').flatMap((section) =>
		placesSince(placesOf(before, section), placesOf(now, section)).flatMap(({ type, kind, id }): Later[] => {
			if (type === 'fact') return [{ kind: 'fact', section, fact: kind, ref: id }];
			const event = noted.get(id);
			return event ? [{ kind: 'note', section, note: id, at: event.at, by: event.by }] : [];
		})
	);
	const corrected = after.flatMap((event): Later[] =>
		event.type === 'minutes.corrected' && event.late && isOpenNote(meeting, event.note)
			? [{ kind: 'correction', note: event.note, at: event.at, by: event.by, ...event.late }]
			: []
	);
	return [...added, ...corrected];
}

/** What was written while the session was closed is not told with the open minutes. */
function isOpenNote({ notes }: Meeting, note: string): boolean {
	return notes.find(({ id }) => id === note)?.document === 'minutes';
}

function placesOf(doc: Y.Doc, section: string): Place[] {
	return elementsOf(doc, section).flatMap((element): Place[] => {
		const attribute = (name: string) => String(element.getAttribute(name) ?? '');
		if (element.nodeName === 'fact') return [{ type: 'fact', kind: attribute('kind'), id: attribute('ref') }];
		return element.nodeName === 'note' ? [{ type: 'note', kind: '', id: attribute('id') }] : [];
	});
}
