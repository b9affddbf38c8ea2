import type { words } from './vi/words.ts';

/** Why a field was not accepted: a key of the catalogue. */
export type Problem = keyof typeof words.forms.problems;
