import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

export const Command = [
	v.strictObject({ type: v.literal('item.conclude'), item: Id, text: prose(4000) })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event = { type: 'item.concluded'; item: string; text: string };

export type Refusal = 'unknown' | 'not-started' | 'minutes-frozen';
