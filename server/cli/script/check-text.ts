import { ScriptFault } from './script.ts';

const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})([+-])(\d{2}):(\d{2})$/;

/** Free to be empty and to begin or end with a space: they are pieces of a text. */
const PIECES = new Set(['replace']);

/**
 * No U+0000 and no white space at either end, in any string below `value` (section 3).
 * @throws {ScriptFault}
 */
export function checkTexts(value: unknown, path: string, key = ''): void {
	if (typeof value === 'string') {
		if (value.includes('\0')) throw new ScriptFault(path, 'holds the character U+0000');
		if (!PIECES.has(key) && value !== value.trim()) throw new ScriptFault(path, 'has white space at an end');
	} else if (typeof value === 'object' && value !== null) {
		for (const [name, inner] of Object.entries(value)) checkTexts(inner, `${path}/${name}`, name);
	}
}

/**
 * Milliseconds since 1970 of a moment, and its offset.
 * @throws {ScriptFault} where the calendar or the clock has no such moment
 */
export function readMoment(text: string, path: string): { at: number; offset: string } {
	const [, local = '', sign, hours, minutes] = MOMENT.exec(text) ?? [];
	const shift = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
	const utc = Date.parse(`${local}Z`);
	if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 19) !== local)
		throw new ScriptFault(path, 'is no moment');
	return { at: utc - shift, offset: text.slice(local.length) };
}
