import * as v from 'valibot';
import { Id, prose, words } from '../kernel/schema.ts';
import { Day } from '../tasks/contract.ts';

const Text = prose(4000);
/** As organisations have it: `neighbourhood`. */
const CellType = words(600);

export const Command = [
	v.strictObject({ type: v.literal('debrief.open') }),
	v.strictObject({ type: v.literal('debrief.join') }),
	v.strictObject({ type: v.literal('debrief.state'), ref: Id, text: Text }),
	v.strictObject({
		type: v.literal('debrief.unify'),
		ref: Id,
		text: Text,
		cellTypes: v.optional(v.pipe(v.array(CellType), v.maxLength(50)))
	}),
	v.strictObject({
		type: v.literal('debrief.remedy'),
		ref: Id,
		task: Text,
		owner: Id,
		deadline: Day,
		/** From which it comes. */
		remark: v.optional(Id)
	}),
	/** Takes back a statement, a point or a remedy (DB6). */
	v.strictObject({ type: v.literal('debrief.withdraw'), entry: Id }),
	v.strictObject({ type: v.literal('debrief.close') })
] as const;
export type Command = v.InferOutput<(typeof Command)[number]>;

export type Event =
	| { type: 'debrief.opened'; person: string }
	| { type: 'debrief.joined'; person: string }
	| { type: 'debrief.stated'; statement: string; person: string; text: string }
	| { type: 'debrief.unified'; point: string; text: string; cellTypes: string[] }
	| {
			type: 'debrief.remedied';
			remedy: string;
			words: string;
			owner: string;
			deadline: string;
			remark: string | null;
	  }
	| { type: 'debrief.withdrawn'; entry: string }
	| { type: 'debrief.closed' };

export type Refusal = 'unknown' | 'id-taken' | 'not-present' | 'not-allowed' | 'wrong-phase';
