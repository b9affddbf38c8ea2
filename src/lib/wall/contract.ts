import * as v from 'valibot';
import { Id } from '../kernel/schema.ts';

export const Show = v.picklist(['item', 'agenda', 'document', 'vote', 'title', 'blank', 'join', 'table']);
export type Show = v.InferOutput<typeof Show>;

export const Command = [
	v.strictObject({ type: v.literal('projection.show'), show: Show, what: v.optional(Id) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event = { type: 'projection.shown'; show: Show; what?: string };
