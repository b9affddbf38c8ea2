/** How long words must rest before the wall shows them (WA5). */
const AFTER_A_SENTENCE = 1_500;
const OTHERWISE = 6_000;

const ENDS_A_SENTENCE = /[.!?…:;]["”’»)\]]*$/u;

/** Milliseconds without a change after which this text may be read by the hall: a whole sentence sooner than half of one. */
export function restFor(text: string): number {
	return text === '' || ENDS_A_SENTENCE.test(text.trimEnd()) ? AFTER_A_SENTENCE : OTHERWISE;
}
