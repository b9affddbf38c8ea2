/** Finds what was done to a chain after it was sealed (SE10): an edit, a removal, an insertion, a swap, a cut tail. */
import { BEGINNING, hashAfter, keyId, sha256Of, signed, type Entry, type Link, type Tools } from './chain.ts';
import type { Head } from './line.ts';

export type Fault =
	/** An entry of the chain is gone. */
	| 'missing'
	/** An entry more than there should be at this place. */
	| 'extra'
	/** Its words are not the ones that were sealed, or they stood after another entry. */
	| 'changed'
	/** It says itself that it belongs elsewhere. */
	| 'misplaced'
	/** Its signature was not made by its key for this place. */
	| 'unsigned'
	/** The key that signed it is not among those who are trusted. */
	| 'unknown-key'
	/** A key stands under another name than its own. */
	| 'key-changed'
	| 'content-changed'
	| 'content-missing'
	/** There is content where none was sealed, or where it was deleted. */
	| 'content-extra'
	/** A checkpoint knows more entries than there are. */
	| 'cut'
	/** At this place the checkpoint saw another entry. */
	| 'unlike-checkpoint'
	/** The checkpoint itself does not hold. */
	| 'checkpoint-unsigned';

export interface Finding {
	readonly fault: Fault;
	/** The place in the chain; null where it is about none. */
	readonly number: number | null;
	readonly meeting: string | null;
}

/** An entry as it is kept, at the number under which it is kept. */
export interface Kept extends Link {
	readonly number: number;
}

export interface Chain {
	readonly cell: string;
	/** As they are kept, the first one first. */
	readonly links: readonly Kept[];
}

export interface Known {
	/** Public keys by id. */
	readonly keys: ReadonlyMap<string, string>;
	/** Ids of keys that may have signed; null to trust whatever is in `keys`. */
	readonly trusted: ReadonlySet<string> | null;
	/** Those of this cell. */
	readonly checkpoints: readonly Head[];
}

export interface Checked {
	/** The entries that can be read, by number. */
	readonly entries: ReadonlyMap<number, Entry>;
	readonly findings: readonly Finding[];
}

/** What of the chain itself does not hold; its contents are asked for one by one (`checkContent`). */
export function checkChain({ cell, links }: Chain, known: Known, tools: Tools): Checked {
	const entries = new Map<number, Entry>();
	const findings: Finding[] = [];
	let previous = BEGINNING;
	let expected = 1;
	for (const link of links) {
		const { number } = link;
		const entry = entryIn(link.entry);
		const tell = (fault: Fault, at = number) =>
			void findings.push({ fault, number: at, meeting: entry?.meeting ?? null });
		if (number < expected) tell('extra');
		for (; expected < number; expected += 1)
			findings.push({ fault: 'missing', number: expected, meeting: null });
		const followsOn = number === 1 || links.some((other) => other.number === number - 1);
		const hash = hashAfter(previous, link.entry, tools);
		if (!entry || (followsOn && hash !== link.hash)) tell('changed');
		if (entry && (entry.number !== number || entry.cell !== cell)) tell('misplaced');
		for (const fault of signatureFaults(cell, number, link, known, tools)) tell(fault);
		if (entry && !entries.has(number)) entries.set(number, entry);
		previous = goodHash(cell, number, link, hash, known, tools);
		expected = Math.max(expected, number + 1);
	}
	return { entries, findings: [...findings, ...checkpointFaults(cell, links, known, tools)] };
}

/** After a broken place the next entry is judged by what was signed there, so that one edit is told once. */
function goodHash(
	cell: string,
	number: number,
	link: Kept,
	computed: string,
	{ keys }: Known,
	{ verify }: Tools
): string {
	const isSigned = verify(keys.get(link.key) ?? '', signed(cell, number, computed), link.signature);
	return isSigned ? computed : link.hash;
}

function signatureFaults(cell: string, number: number, link: Kept, known: Known, { verify }: Tools): Fault[] {
	const key = known.keys.get(link.key);
	if (key === undefined || (known.trusted && !known.trusted.has(link.key))) return ['unknown-key'];
	return verify(key, signed(cell, number, link.hash), link.signature) ? [] : ['unsigned'];
}

function checkpointFaults(cell: string, links: readonly Kept[], known: Known, { verify }: Tools): Finding[] {
	return known.checkpoints.flatMap(({ number, hash, key, signature }): Finding[] => {
		const tell = (fault: Fault) => [{ fault, number, meeting: null }];
		if (!verify(known.keys.get(key) ?? '', signed(cell, number, hash), signature))
			return tell('checkpoint-unsigned');
		const link = links.find((other) => other.number === number);
		if (!link) return links.some((other) => other.number > number) ? [] : tell('cut');
		return link.hash === hash ? [] : tell('unlike-checkpoint');
	});
}

/** Each key bears the name that follows from it. */
export function checkKeys(keys: ReadonlyMap<string, string>, tools: Tools): Finding[] {
	return [...keys].flatMap(([id, key]) =>
		keyId(key, tools) === id ? [] : [{ fault: 'key-changed' as const, number: null, meeting: null }]
	);
}

/** @param content  the text that stands there; null for none */
export function checkContent(
	checked: Checked,
	number: number,
	content: string | null,
	tools: Tools
): Finding[] {
	const entry = checked.entries.get(number);
	const meeting = entry?.meeting ?? null;
	const tell = (fault: Fault): Finding[] => [{ fault, number, meeting }];
	if (!entry) return content === null ? [] : tell('content-extra');
	if (entry.content === null || isDeleted(checked, entry))
		return content === null ? [] : tell('content-extra');
	if (content === null) return tell('content-missing');
	return sha256Of(content, tools) === entry.content ? [] : tell('content-changed');
}

/** Whether what an entry sealed was deleted later, as the chain itself tells (SE9). */
export function isDeleted({ entries }: Pick<Checked, 'entries'>, { meeting, number }: Entry): boolean {
	return [...entries.values()].some(
		(other) => other.kind === 'deletion' && other.meeting === meeting && other.number > number
	);
}

/** @returns null for a text that is no entry */
export function entryIn(text: string): Entry | null {
	const value = parsed(text) as Partial<Record<keyof Entry, unknown>> | null;
	const isEntry =
		typeof value === 'object' &&
		value?.format === 'seal/1' &&
		typeof value.cell === 'string' &&
		typeof value.number === 'number' &&
		typeof value.meeting === 'string';
	return isEntry ? (value as unknown as Entry) : null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
