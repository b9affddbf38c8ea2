import * as v from 'valibot';
import type { DocumentName } from '../access/contract.ts';
import { Id, prose } from '../kernel/schema.ts';
import type { Instant } from '../kernel/decider.ts';

export const Show = v.picklist([
	'item',
	'agenda',
	'document',
	'vote',
	'speaker',
	'table',
	'join',
	'message',
	'break',
	'title',
	'blank'
]);
export type Show = v.InferOutput<typeof Show>;

/** What one slide shows, as the desk asks for it. */
const slide = {
	show: Show,
	/** An item, a clause, a section, a question, a table; or a whole text by its name. */
	what: v.optional(Id),
	/** The words of a message. */
	message: v.optional(prose(200)),
	/** How long a break lasts. */
	minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)))
};
const Asked = v.strictObject(slide);
export type Asked = v.InferOutput<typeof Asked>;

export const Size = v.picklist(['hall', 'back-row']);
export type Size = v.InferOutput<typeof Size>;

/** When words that are being written reach the screen (WA5). */
export const Wording = v.picklist(['settled', 'live', 'published']);
export type Wording = v.InferOutput<typeof Wording>;

const Text = v.picklist(['agenda', 'minutes', 'resolution']);

export const Command = [
	v.strictObject({ type: v.literal('projection.show'), ...slide }),
	v.strictObject({ type: v.literal('wall.queue'), ref: Id, ...slide }),
	v.strictObject({ type: v.literal('wall.unqueue'), slide: Id }),
	v.strictObject({ type: v.literal('wall.move'), slide: Id, before: v.nullable(Id) }),
	v.strictObject({ type: v.literal('wall.next') }),
	v.strictObject({ type: v.literal('wall.back') }),
	v.strictObject({
		type: v.literal('wall.page'),
		page: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)))
	}),
	v.strictObject({ type: v.literal('wall.size'), size: Size }),
	v.strictObject({ type: v.literal('wall.wording'), wording: Wording }),
	/** One block, or the whole text. */
	v.strictObject({ type: v.literal('text.publish'), document: Text, block: v.nullable(Id) }),
	v.strictObject({ type: v.literal('wall.lead'), screen: Id }),
	v.strictObject({ type: v.literal('wall.pin'), screen: Id, slide: v.nullable(Asked) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

/** A slide as it is shown: a break has its end. */
export interface Slide {
	readonly show: Show;
	readonly what?: string;
	readonly message?: string;
	readonly until?: Instant;
}

export type Event =
	/** `from`: out of the queue; `back`: out of the history. */
	| ({ type: 'projection.shown'; from?: string; back?: true } & Slide)
	| ({ type: 'wall.queued'; slide: string; minutes?: number } & Omit<Slide, 'until'>)
	| { type: 'wall.unqueued'; slide: string }
	| { type: 'wall.moved'; slide: string; before: string | null }
	| { type: 'wall.paged'; page: number | null }
	| { type: 'wall.sized'; size: Size }
	/** `seqs`: the words that the screen has from here on, until more are published (WA5). */
	| { type: 'wall.wording-chosen'; wording: Wording; seqs: Readonly<Record<DocumentName, number>> }
	| { type: 'text.published'; document: DocumentName; block: string | null; version: number }
	| { type: 'wall.led'; screen: string }
	| { type: 'wall.pinned'; screen: string; slide: Slide | null };

export type Refusal =
	'unknown' | 'id-taken' | 'nothing-queued' | 'nothing-before' | 'words-needed' | 'too-many';

/** What a screen tells of itself; nothing of it is a fact, so nothing of it is logged. */
export const Receipt = v.strictObject({
	/** The last event that is drawn. */
	seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** By text: the committed batch whose words are drawn. */
	texts: v.record(Text, v.pipe(v.number(), v.integer(), v.minValue(0))),
	/** Pages of the text that is shown, and which of them stands there, from 0. */
	pages: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
	page: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(998))
});
export type Receipt = v.InferOutput<typeof Receipt>;

/** A screen of the hall as the desk sees it. */
export interface ScreenStatus {
	readonly screen: string;
	/** In the order of coming, from 1. */
	readonly number: number;
	/** Null until it has told. */
	readonly receipt: Receipt | null;
	/** When it last told, on the server's domain clock. */
	readonly at: Instant;
}
