import type { Amendment } from '../amendments/amendments.ts';
import type { DocumentName } from '../access/contract.ts';
import { blocksOf } from '../documents/blocks.ts';
import type { Instant } from '../kernel/decider.ts';
import { isReview, type Meeting } from '../meeting/state.ts';
import type { Turn } from '../speaking/speaking.ts';
import type { Vote } from '../vote/vote.ts';
import type { Slide } from './contract.ts';
import { current } from './turning.ts';
import { textOn } from './wall.ts';

/** What `projection.show` calls the table of former tasks. */
export const PREVIOUS_TASKS = 'previous-tasks';

/** What the screen draws now; what was asked for but is not there falls back to what is. */
export type Look = { readonly speaker: Turn | undefined } & (
	| { readonly kind: 'item'; readonly item: string }
	| { readonly kind: 'agenda' | 'title' | 'join' | 'blank' | 'speaker' | 'tasks' | 'closed' }
	/** One block of a text, or all of it. */
	| { readonly kind: 'text'; readonly document: DocumentName; readonly block: string | null }
	| { readonly kind: 'amendment'; readonly amendment: Amendment }
	| { readonly kind: 'vote'; readonly vote: Vote }
	| { readonly kind: 'message'; readonly message: string }
	| { readonly kind: 'break'; readonly until: Instant | null }
);

/** @param screen  the one that looks; it may be pinned to a slide of its own (WA6) */
export function lookOf(meeting: Meeting, screen: string | null = null): Look {
	// Also a pinned screen (WA9).
	if (meeting.closed.some(({ to }) => to === null)) return { kind: 'closed', speaker: undefined };
	// The title bears the fingerprint then, and nothing else comes any more (WA10).
	if (meeting.seal?.kept) return { kind: 'title', speaker: undefined };
	const pinned = screen === null ? undefined : meeting.wall.pinned[screen];
	return lookAt(meeting, pinned ?? current(meeting.wall));
}

/** What a slide looks like as the room stands now; a preview asks for slides that are not shown yet. */
export function lookAt(meeting: Meeting, slide: Slide): Look {
	const speaker = meeting.floor.turns.find((turn) => turn.endedAt === null);
	switch (slide.show) {
		case 'join':
			return meeting.phase === 'ended' ? { kind: 'title', speaker } : { kind: 'join', speaker: undefined };
		case 'blank':
			return { kind: 'blank', speaker: undefined };
		case 'break':
			return { kind: 'break', until: slide.until ?? null, speaker: undefined };
		case 'message':
			return { kind: 'message', message: slide.message ?? '', speaker };
		case 'speaker':
			return speaker ? { kind: 'speaker', speaker: undefined } : item(meeting, undefined, speaker);
		case 'agenda':
		case 'title':
			return { kind: slide.show, speaker };
		case 'vote': {
			const asked = meeting.votes.find(({ id }) => id === slide.what);
			const vote = asked ?? meeting.votes.findLast(({ state }) => state !== 'cancelled');
			return vote ? { kind: 'vote', vote, speaker } : item(meeting, undefined, speaker);
		}
		case 'document':
			return text(meeting, slide, speaker);
		case 'table':
			return slide.what === PREVIOUS_TASKS && meeting.tasks.previous.length > 0
				? { kind: 'tasks', speaker }
				: item(meeting, slide.what, speaker);
		case 'item':
			return item(meeting, slide.what, speaker);
	}
}

function text(meeting: Meeting, slide: Slide, speaker: Turn | undefined): Look {
	const amendment = meeting.amendments.find(({ id }) => id === slide.what);
	if (amendment) return { kind: 'amendment', amendment, speaker };
	const exists = (document: DocumentName, block: string) => blocksOf(meeting, document).includes(block);
	const what = slide.what ?? meeting.agenda.running ?? undefined;
	const shown = textOn({ show: 'document', ...(what !== undefined && { what }) }, exists);
	if (!shown || (shown.block !== null && !exists(shown.document, shown.block)))
		return item(meeting, undefined, speaker);
	return { kind: 'text', ...shown, speaker };
}

/** The review of the former tasks opens with their table (TA6). */
function item({ agenda, tasks }: Meeting, asked: string | undefined, speaker: Turn | undefined): Look {
	const found =
		agenda.items.find(({ id }) => id === asked) ?? agenda.items.find(({ id }) => id === agenda.running);
	if (!found) return { kind: 'title', speaker };
	if (isReview(found) && tasks.previous.length > 0) return { kind: 'tasks', speaker };
	return { kind: 'item', item: found.id, speaker };
}
