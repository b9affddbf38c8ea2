/**
 * What somebody keeps elsewhere to find a tail that was cut off (SE11): how far a chain had come, and its hash
 * there. The signature of the entry itself proves it, so a line of text on a sheet of paper is enough.
 */
import { canonical, type Tools } from './chain.ts';
import { lineOf, type Head } from './line.ts';

/** All chains of an installation at one moment. */
export interface Checkpoint {
	readonly format: 'checkpoint/1';
	readonly at: number;
	readonly heads: readonly Head[];
	/** Signs the moment and that these were all; each head proves itself. */
	readonly key: string;
	readonly signature: string;
}

const LINE = /^HT1\.([\w-]{1,36})\.([1-9]\d{0,8})\.([0-9a-f]{64})\.([0-9a-f]{16})\.([\w-]{86})$/;

/** @returns null for any other text */
export function headIn(text: string): Head | null {
	const [, cell, number, hash, key, signature] = LINE.exec(text.trim()) ?? [];
	if (!cell || !hash || !key || !signature) return null;
	return { cell, number: Number(number), hash, key, signature };
}

export function signedCheckpoint({ signature: _, ...what }: Checkpoint): Uint8Array {
	return new TextEncoder().encode(`hoi-truong/checkpoint/1\n${canonical(what)}`);
}

/** @returns null for a text that is no checkpoint; a single line is one of one chain */
export function checkpointIn(text: string): Checkpoint | readonly [Head] | null {
	const head = headIn(text);
	if (head) return [head];
	try {
		const value = JSON.parse(text) as Checkpoint | null;
		return value?.format === 'checkpoint/1' && value.heads.every((each) => headIn(lineOf(each)))
			? value
			: null;
	} catch {
		return null;
	}
}

/** Whether a whole checkpoint was signed as it stands. */
export function isSigned(
	checkpoint: Checkpoint,
	keys: ReadonlyMap<string, string>,
	{ verify }: Tools
): boolean {
	return verify(keys.get(checkpoint.key) ?? '', signedCheckpoint(checkpoint), checkpoint.signature);
}
