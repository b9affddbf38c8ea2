import * as v from 'valibot';
import { Id, prose } from '../kernel/schema.ts';

const Ids = v.pipe(v.array(Id), v.maxLength(2000));

/** What whoever publishes leaves out (PB3); closed sessions and what was never for everybody need not be named. */
export const LeftOut = v.strictObject({
	items: Ids,
	clauses: Ids,
	comments: Ids,
	people: Ids,
	phrases: v.pipe(v.array(prose(200)), v.maxLength(100))
});
export type LeftOut = v.InferOutput<typeof LeftOut>;
