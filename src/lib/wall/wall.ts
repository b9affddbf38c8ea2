import {
	happened,
	refused,
	unreachable,
	type Decision,
	type Instant,
	type Logged
} from '../kernel/decider.ts';
import type { DocumentName } from '../access/contract.ts';
import type { Command, Event, Refusal, Show, Size, Slide, Wording } from './contract.ts';
import type { Facts } from './decide.ts';
import { turnTo } from './turning.ts';

export interface Queued extends Omit<Slide, 'until'> {
	readonly id: string;
	/** Of a break. */
	readonly minutes?: number;
}

export interface Wall {
	readonly show: Show;
	/** What of it: an item, a clause, a section, a question, a table; null for the running one. */
	readonly what: string | null;
	readonly message: string | null;
	readonly until: Instant | null;
	/** The page of a long text; null for the one that the text itself asks for (WA4). */
	readonly page: number | null;
	/** Prepared slides, the next one first. */
	readonly queue: readonly Queued[];
	/** What stood there before, the last one last. */
	readonly history: readonly Slide[];
	readonly size: Size;
	readonly wording: Wording;
	/** The committed batch whose words the screen has by publication: of a whole text, or of one block. */
	readonly published: Readonly<Record<string, number>>;
	/** The screen that leads; null for the first that came. */
	readonly lead: string | null;
	/** Screens that show something of their own. */
	readonly pinned: Readonly<Record<string, Slide>>;
	/** How often the screen was changed by hand. */
	readonly changes: number;
}

const MOST_QUEUED = 50;

export const initial: Wall = {
	show: 'join',
	what: null,
	message: null,
	until: null,
	page: null,
	queue: [],
	history: [],
	size: 'hall',
	wording: 'settled',
	published: {},
	lead: null,
	pinned: {},
	changes: 0
};

const blockKey = (document: DocumentName, block: string) => `${document}/${block}`;

/** The committed batch whose words of a block were published last; 0 for none (WA5). */
export function publishedSeq({ published }: Wall, document: DocumentName, block: string): number {
	return published[blockKey(document, block)] ?? published[document] ?? 0;
}

/** The text, and the block of it, that a slide shows; a whole text is named by its name. */
export function textOn(
	{ show, what }: Slide,
	blockExists: Facts['blockExists']
): { document: DocumentName; block: string | null } | null {
	if (show !== 'document' || what === undefined) return null;
	if (what === 'draft') return { document: 'resolution', block: null };
	if (what === 'agenda' || what === 'minutes' || what === 'resolution')
		return { document: what, block: null };
	return { document: blockExists('resolution', what) ? 'resolution' : 'minutes', block: what };
}

export function queue(
	wall: Wall,
	{ type: _, ref: slide, ...asked }: Extract<Command, { type: 'wall.queue' }>
): Decision<Event, Refusal> {
	if (known(wall, slide)) return refused('id-taken');
	if (wall.queue.length >= MOST_QUEUED) return refused('too-many');
	if (asked.show === 'message' && asked.message === undefined) return refused('words-needed');
	return happened({ type: 'wall.queued', slide, ...asked });
}

/** A whole text's publication stands for all of its blocks. */
function withPublished(
	published: Wall['published'],
	{ document, block, version }: Extract<Event, { type: 'text.published' }>
): Wall['published'] {
	if (block !== null) return { ...published, [blockKey(document, block)]: version };
	const others = Object.entries(published).filter(([key]) => !key.startsWith(`${document}/`));
	return { ...Object.fromEntries(others), [document]: version };
}

export const known = ({ queue }: Wall, slide: string) => queue.some(({ id }) => id === slide);

export function evolve(wall: Wall, event: Logged<Event>): Wall {
	switch (event.type) {
		case 'projection.shown': {
			const shown = turnTo(wall, event, event.back === true);
			return { ...shown, queue: without(wall, event.from), changes: wall.changes + 1 };
		}
		case 'wall.queued': {
			const { slide: id, show, what, message, minutes } = event;
			const queued: Queued = {
				id,
				show,
				...(what !== undefined && { what }),
				...(message !== undefined && { message }),
				...(minutes !== undefined && { minutes })
			};
			return { ...wall, queue: [...wall.queue, queued] };
		}
		case 'wall.unqueued':
			return { ...wall, queue: without(wall, event.slide) };
		case 'wall.moved':
			return { ...wall, queue: moved(wall, event.slide, event.before) };
		case 'wall.paged':
			return { ...wall, page: event.page };
		case 'wall.sized':
			return { ...wall, size: event.size };
		case 'wall.wording-chosen':
			return { ...wall, wording: event.wording, published: { ...event.seqs } };
		case 'text.published':
			return { ...wall, published: withPublished(wall.published, event) };
		case 'wall.led':
			return { ...wall, lead: event.screen };
		case 'wall.pinned': {
			const { [event.screen]: _, ...others } = wall.pinned;
			return { ...wall, pinned: event.slide ? { ...others, [event.screen]: event.slide } : others };
		}
		default:
			return unreachable(event);
	}
}

function without(wall: Wall, slide: string | undefined): readonly Queued[] {
	return slide === undefined ? wall.queue : wall.queue.filter(({ id }) => id !== slide);
}

function moved(wall: Wall, slide: string, before: string | null): readonly Queued[] {
	const moving = wall.queue.filter(({ id }) => id === slide);
	const others = without(wall, slide);
	const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
	return [...others.slice(0, at), ...moving, ...others.slice(at)];
}
