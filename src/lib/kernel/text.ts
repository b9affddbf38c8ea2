/**
 * Control, bidirectional-override and zero-width characters, which can hide or reorder what others read.
 * The zero-width joiner stays: without it a family emoji falls apart into its members.
 */
const HIDDEN =
	/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** NFC, `\r\n` as `\n`, hidden characters removed, no white space at either end. Idempotent. */
export function clean(text: string): string {
	return text.replace(/\r\n?/g, '\n').normalize('NFC').replace(HIDDEN, '').trim();
}

/** Lower case without tones and marks, đ as d: what search compares (`hòa` = `hoà` = `hoa`). */
export function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐðÐɖƉ]/g, 'd')
		.toLowerCase();
}

const byName = new Intl.Collator('vi');

/** Vietnamese order of people: by given name (the last word), then by the whole name. */
export function compareNames(a: string, b: string): number {
	return byName.compare(givenName(a), givenName(b)) || byName.compare(a, b);
}

function givenName(name: string): string {
	return name.slice(name.lastIndexOf(' ') + 1);
}
