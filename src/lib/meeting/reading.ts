import { woven, type Written } from '../documents/woven.ts';
import { factWords } from './fact-words.ts';
import type { Meeting } from './state.ts';

/** A block as it is read: its own words, and what the facts in it say now. */
export function readingOf(meeting: Meeting, { text, facts = [] }: Written): string {
	return woven(text, facts, (kind, ref) => factWords(meeting, kind, ref));
}
