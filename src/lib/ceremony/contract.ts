import * as v from 'valibot';
import { Id, Name } from '../kernel/schema.ts';

/** The steps of an admission, in their order (general practice, second hand; the guidance of 2021 names the same). */
export const STEPS = ['flag', 'reason', 'decision', 'oath', 'duties', 'guests', 'end'] as const;
const Step = v.picklist(STEPS);
export type Step = v.InferOutput<typeof Step>;

export const Command = [
	v.strictObject({ type: v.literal('ceremony.plan'), item: Id, candidate: Name }),
	v.strictObject({ type: v.literal('ceremony.drop'), item: Id }),
	v.strictObject({ type: v.literal('ceremony.step'), item: Id, step: Step, done: v.boolean() })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'ceremony.planned'; item: string; candidate: string }
	| { type: 'ceremony.dropped'; item: string }
	| { type: 'ceremony.stepped'; item: string; step: Step; done: boolean };

export type Refusal = 'unknown' | 'already-started' | 'wrong-phase';
