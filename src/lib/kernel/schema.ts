/** Valibot pieces that every contract shares. Only edges import this file; cores import types. */
import * as v from 'valibot';
import { clean } from './text.ts';

const ID = /^[A-Za-z0-9_-]{1,36}$/;

export const Id = v.pipe(v.string(), v.regex(ID));

/** A name or title of at most `maximum` code points: one line of NFC, nothing hidden in it, not empty. */
export function words(maximum: number) {
	return v.pipe(
		v.string(),
		v.maxLength(maximum * 4),
		v.transform(clean),
		v.minLength(1),
		v.check((text) => [...text].length <= maximum)
	);
}

/**
 * What somebody wrote, at most `maximum` code points: kept as it is but for NFC, since a record must not
 * change anybody's words; the pages isolate its direction instead.
 */
export function prose(maximum: number) {
	return v.pipe(
		v.string(),
		v.maxLength(maximum * 4),
		// As written or as kept, whichever is shorter: NFC joins most letters and takes a few apart.
		v.check((text) => [...text].length <= maximum || [...text.normalize('NFC')].length <= maximum),
		v.transform((text) => text.normalize('NFC').trim()),
		v.minLength(1),
		v.check((text) => !text.includes('\0'))
	);
}

/** What people type as a name. */
export const Name = words(80);
/**
 * A name or title as a meeting may hold it: all that the script format calls a line, word for word. What people
 * type is held shorter and cleaned where they type it (forms, and the commands that take a name), since 80 and
 * 300 characters are what a phone and a wall show well; but nobody gains by a meeting that cannot be played.
 */
export const Line = prose(600);
/** Wider than any meeting: the format sets no bound; what a page offers is its own. */
export const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
export const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
export const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
