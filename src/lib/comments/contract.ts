import * as v from 'valibot';
import { Id, Moment, prose } from '../kernel/schema.ts';

/** `question`: one that the preparation asks everybody to think about. */
export const Target = v.strictObject({ kind: v.picklist(['item', 'clause', 'paper', 'question']), ref: Id });
export type Target = v.InferOutput<typeof Target>;
export const Handled = v.picklist([
	'noted',
	'answered',
	'accepted',
	'became-amendment',
	'out-of-scope',
	'for-debrief'
]);
export type Handled = v.InferOutput<typeof Handled>;
/** Who may read it besides its author. */
export const Circle = v.picklist(['all', 'committee', 'chair']);
export type Circle = v.InferOutput<typeof Circle>;

/** A place of a shared text that moves with it: a Yjs relative position, base64. */
const Place = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{1,200}={0,2}$/));
/** Some words of a clause: as they read when it was written, and where they begin and end. */
export const Passage = v.strictObject({ quote: prose(400), from: Place, to: Place });
export type Passage = v.InferOutput<typeof Passage>;

export const Command = [
	v.strictObject({
		type: v.literal('comment.post'),
		for: v.optional(Id),
		ref: Id,
		on: Target,
		text: prose(4000),
		/** Left out: everybody. */
		to: v.optional(Circle),
		/** It asks something, to be answered in the meeting. */
		asks: v.optional(v.literal(true)),
		passage: v.optional(Passage),
		/** When it was written, on the server's clock as the device knew it, if it was written offline. */
		writtenAt: v.optional(Moment)
	}),
	v.strictObject({
		type: v.literal('comment.reply'),
		for: v.optional(Id),
		ref: Id,
		comment: Id,
		text: prose(4000)
	}),
	v.strictObject({
		type: v.literal('comment.handle'),
		comment: Id,
		status: Handled,
		reply: v.optional(prose(4000)),
		/** What it became. */
		amendment: v.optional(Id)
	}),
	/** A comment, or a reply to one. */
	v.strictObject({ type: v.literal('comment.withdraw'), for: v.optional(Id), comment: Id })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| {
			type: 'comment.posted';
			comment: string;
			person: string;
			on: Target;
			text: string;
			held: boolean;
			to?: Circle;
			asks?: true;
			passage?: Passage;
			writtenAt?: number;
	  }
	| { type: 'comment.replied'; comment: string; reply: string; person: string; text: string }
	| {
			type: 'comment.handled';
			comment: string;
			status: Handled;
			reply?: string;
			amendment?: string;
			/** Only on its way to who could not read the comment until now (CO2); the log holds none. */
			released?: Comment;
	  }
	| { type: 'comment.withdrawn'; comment: string };

export type Status = 'open' | 'observer-held' | 'withdrawn' | Handled;

export interface Reply {
	readonly id: string;
	readonly person: string;
	/** Empty once withdrawn (CO5). */
	readonly text: string;
	readonly at: number;
}

export interface Comment {
	readonly id: string;
	/** Its place in the log, which is its place among the others. */
	readonly seq: number;
	readonly person: string;
	/** Who wrote it down, where that was not its author. */
	readonly by: string;
	readonly on: Target;
	/** Empty once withdrawn (CO5). */
	readonly text: string;
	readonly at: number;
	readonly writtenAt: number;
	readonly to: Circle;
	/** An observer's that nobody dealt with yet (CO2). */
	readonly held: boolean;
	readonly asks: boolean;
	readonly passage?: Passage;
	readonly status: Status;
	readonly reply?: string;
	readonly handledBy?: string;
	readonly amendment?: string;
	readonly replies: readonly Reply[];
}

export type Refusal =
	| 'unknown'
	| 'id-taken'
	| 'restricted'
	| 'not-present'
	| 'closed-session'
	| 'not-open'
	| 'not-allowed'
	| 'clause-only';
