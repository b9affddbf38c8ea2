/**
 * Reads a Yjs V1 update without making anything of it. Yjs' own decoder believes the counts it is told and
 * builds what it reads; this one stops at the first thing that no editor of ours writes.
 */
import * as decoding from 'lib0/decoding';
import type { Limits } from './limits.ts';

export interface Id {
	readonly client: number;
	readonly clock: number;
}

export type Kind = 'gone' | 'skip' | 'deleted' | 'string' | 'format' | 'element' | 'text' | 'attribute';

export interface Struct {
	readonly client: number;
	readonly clock: number;
	readonly length: number;
	readonly kind: Kind;
	readonly origin: Id | null;
	readonly rightOrigin: Id | null;
	/** Only where there is neither origin: the parent, by root name or id. */
	readonly root: string | null;
	readonly parent: Id | null;
	readonly key: string | null;
	/** An element's name, a format's key, an attribute's values. */
	readonly words: readonly string[];
}

export interface Deletion extends Id {
	readonly length: number;
}

export interface Reading {
	/** By client, each without gaps from its first clock. */
	readonly sections: readonly (readonly Struct[])[];
	readonly deletions: readonly Deletion[];
}

export type Unfit =
	| 'malformed'
	| 'too-many-structs'
	| 'too-many-deletions'
	| 'too-many-clients'
	| 'content'
	| 'root'
	| 'place'
	| 'author'
	| 'foreign-client'
	| 'document-full'
	/** By whom it comes, not by what it is: these two are known before anything is read. */
	| 'right'
	| 'ended';

export class Refused extends Error {
	readonly why: Unfit;
	constructor(why: Unfit) {
		super(why);
		this.why = why;
	}
}

/** Above this a clock is nobody's typing. */
const CLOCKS = 2 ** 32;
const STRING_VALUE = 119;
const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;

type Bounds = Pick<Limits, 'structs' | 'deletions' | 'attribute'>;

/** @throws {Refused} and whatever lib0 throws at the end of the bytes */
export function read(update: Uint8Array, clients: number, bounds: Bounds): Reading {
	const decoder = decoding.createDecoder(update);
	const sections = readSections(decoder, clients, bounds);
	const deletions = readDeletions(decoder, bounds);
	if (decoding.hasContent(decoder)) throw new Refused('malformed');
	return { sections, deletions };
}

function readSections(decoder: decoding.Decoder, clients: number, bounds: Bounds): Struct[][] {
	const count = readCount(decoder);
	if (count > clients) throw new Refused('too-many-clients');
	const sections: Struct[][] = [];
	const seen = new Set<number>();
	let left = bounds.structs;
	for (let index = 0; index < count; index += 1) {
		const structs = readCount(decoder);
		left -= structs;
		if (left < 0) throw new Refused('too-many-structs');
		const client = decoding.readVarUint(decoder);
		if (structs === 0 || client >= CLOCKS || seen.has(client)) throw new Refused('malformed');
		seen.add(client);
		sections.push(readSection(decoder, client, structs, bounds));
	}
	return sections;
}

function readSection(decoder: decoding.Decoder, client: number, count: number, bounds: Bounds): Struct[] {
	let clock = decoding.readVarUint(decoder);
	const section: Struct[] = [];
	for (let index = 0; index < count; index += 1) {
		const struct = readStruct(decoder, client, clock, bounds);
		clock += struct.length;
		if (struct.length === 0 || clock > CLOCKS) throw new Refused('malformed');
		section.push(struct);
	}
	return section;
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number, bounds: Bounds): Struct {
	const info = decoding.readUint8(decoder);
	if (info === 0 || info === 10) {
		const length = decoding.readVarUint(decoder);
		const kind = info === 0 ? 'gone' : 'skip';
		return {
			client,
			clock,
			length,
			kind,
			origin: null,
			rightOrigin: null,
			root: null,
			parent: null,
			key: null,
			words: []
		};
	}
	const origin = info & HAS_ORIGIN ? readId(decoder) : null;
	const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(decoder) : null;
	let root: string | null = null;
	let parent: Id | null = null;
	let key: string | null = null;
	if (origin === null && rightOrigin === null) {
		if (decoding.readVarUint(decoder) === 1) root = decoding.readVarString(decoder);
		else parent = readId(decoder);
		if (info & HAS_KEY) key = decoding.readVarString(decoder);
	}
	const { kind, length, words } = readContent(decoder, info & 31, bounds);
	return { client, clock, length, kind, origin, rightOrigin, root, parent, key, words };
}

type Content = Pick<Struct, 'kind' | 'length' | 'words'>;

/** Kinds that an editor of ours writes; of all others not even the length is believed. */
function readContent(decoder: decoding.Decoder, kind: number, bounds: Bounds): Content {
	switch (kind) {
		case 1:
			return { kind: 'deleted', length: decoding.readVarUint(decoder), words: [] };
		case 4:
			return { kind: 'string', length: readText(decoder).length, words: [] };
		case 6: {
			const key = decoding.readVarString(decoder);
			const value = decoding.readVarString(decoder);
			if (value !== '{}' && value !== 'null') throw new Refused('content');
			return { kind: 'format', length: 1, words: [key] };
		}
		case 7:
			return readType(decoder);
		case 8:
			return readAttribute(decoder, bounds);
		default:
			throw new Refused('content');
	}
}

/** PostgreSQL's text and jsonb cannot hold U+0000: one of them would keep the record from being stored. */
function readText(decoder: decoding.Decoder): string {
	const text = decoding.readVarString(decoder);
	if (text.includes('\0')) throw new Refused('content');
	return text;
}

function readType(decoder: decoding.Decoder): Content {
	switch (decoding.readVarUint(decoder)) {
		case 3:
			return { kind: 'element', length: 1, words: [decoding.readVarString(decoder)] };
		case 6:
			return { kind: 'text', length: 1, words: [] };
		default:
			throw new Refused('content');
	}
}

function readAttribute(decoder: decoding.Decoder, bounds: Bounds): Content {
	const length = decoding.readVarUint(decoder);
	if (length > bounds.structs) throw new Refused('too-many-structs');
	const words: string[] = [];
	for (let index = 0; index < length; index += 1) {
		if (decoding.readUint8(decoder) !== STRING_VALUE) throw new Refused('content');
		const word = readText(decoder);
		if (word.length > bounds.attribute) throw new Refused('content');
		words.push(word);
	}
	return { kind: 'attribute', length, words };
}

function readDeletions(decoder: decoding.Decoder, bounds: Bounds): Deletion[] {
	const deletions: Deletion[] = [];
	const clients = readCount(decoder);
	if (clients > bounds.deletions) throw new Refused('too-many-deletions');
	for (let index = 0; index < clients; index += 1) {
		const client = decoding.readVarUint(decoder);
		const count = readCount(decoder);
		if (deletions.length + count > bounds.deletions) throw new Refused('too-many-deletions');
		for (let range = 0; range < count; range += 1) {
			const clock = decoding.readVarUint(decoder);
			deletions.push({ client, clock, length: decoding.readVarUint(decoder) });
		}
	}
	return deletions;
}

/** A claim of more than the bytes that are left could hold is a lie, whatever the limits say. */
function readCount(decoder: decoding.Decoder): number {
	const count = decoding.readVarUint(decoder);
	if (2 * count > decoder.arr.length - decoder.pos) throw new Refused('malformed');
	return count;
}

function readId(decoder: decoding.Decoder): Id {
	const client = decoding.readVarUint(decoder);
	return { client, clock: decoding.readVarUint(decoder) };
}
