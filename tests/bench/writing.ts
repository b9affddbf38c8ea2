import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { seeded } from './stats.ts';

/** `~`, three digits for the writer, four for the edit: eight characters, as long as a short word. */
export const MARK_LENGTH = 8;
const MARK = 0x7e;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

export function mark(writer: number, edit: number): string {
	return `~${writer.toString(36).padStart(3, '0')}${edit.toString(36).padStart(4, '0')}`;
}

/** Finds marks in the bytes of an update, without decoding it. */
export function findMarks(
	bytes: Buffer,
	start: number,
	end: number,
	found: (writer: number, edit: number) => void
): void {
	for (let at = start; at <= end - MARK_LENGTH; at += 1) {
		if (bytes[at] !== MARK) continue;
		const writer = digits(bytes, at + 1, at + 4);
		const edit = digits(bytes, at + 4, at + 8);
		if (writer === -1 || edit === -1) continue;
		found(writer, edit);
		at += MARK_LENGTH - 1;
	}
}

const VALUES = new Int8Array(256).fill(-1);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;

function digits(bytes: Buffer, from: number, to: number): number {
	let value = 0;
	for (let at = from; at < to; at += 1) {
		const digit = VALUES[bytes[at] ?? 0] ?? -1;
		if (digit === -1) return -1;
		value = value * 36 + digit;
	}
	return value;
}

/** From here on an id takes five bytes, as nearly all of Yjs's random ones do. */
const SMALLEST_CLIENT = 2 ** 28;
const CLIENTS = 2 ** 32 - SMALLEST_CLIENT;
let nextClient = Math.floor(Math.random() * CLIENTS);

/** Unlike any other of this run: a Yjs client id belongs to one person for ever. */
export function newClientId(): number {
	nextClient = (nextClient + 104_729) % CLIENTS;
	return SMALLEST_CLIENT + nextClient;
}

/** Somebody who types word after word at the end of a paragraph of his own. */
export class Typist {
	readonly client: number;
	#clock: number;
	/** The update that makes the paragraph, with `opening` as its first words; to be sent first. */
	readonly first: Uint8Array;
	/** Clock of the first character of `opening`. */
	readonly firstCharacter: number;

	constructor(root: string, opening: string) {
		const doc = new Y.Doc();
		this.client = newClientId();
		doc.clientID = this.client;
		doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			const text = new Y.XmlText();
			doc.getXmlFragment(root).insert(0, [paragraph]);
			paragraph.insert(0, [text]);
			text.insert(0, opening);
		});
		this.first = Y.encodeStateAsUpdate(doc);
		this.#clock = Y.getState(doc.store, this.client);
		this.firstCharacter = this.#clock - opening.length;
		doc.destroy();
	}

	/** The next clock; the server confirms up to here. */
	get clock(): number {
		return this.#clock;
	}

	/** One struct after the last character, written as Yjs writes it. */
	type(words: string): Uint8Array {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, this.client);
		encoding.writeVarUint(encoder, this.#clock);
		encoding.writeUint8(encoder, 0x80 | 4); // an origin, and a string
		encoding.writeVarUint(encoder, this.client);
		encoding.writeVarUint(encoder, this.#clock - 1);
		encoding.writeVarString(encoder, words);
		encoding.writeVarUint(encoder, 0); // nothing deleted
		this.#clock += words.length;
		return encoding.toUint8Array(encoder);
	}
}

/**
 * What one author sends: `edits` updates of one word each.
 * @param jumps  how many of them go to another place between two words instead of going on: 1 makes
 *   the most structures a text can have, 0 a single one
 */
export function authored(root: string, writer: number, edits: number, jumps: number): Uint8Array[] {
	const random = seeded(writer + 1);
	const doc = new Y.Doc();
	doc.clientID = newClientId();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const text = new Y.XmlText();
	let at = 0;
	for (let edit = 0; edit < edits; edit += 1) {
		if (edit === 0) {
			doc.transact(() => {
				const paragraph = new Y.XmlElement('paragraph');
				doc.getXmlFragment(root).insert(0, [paragraph]);
				paragraph.insert(0, [text]);
				text.insert(0, mark(writer, edit));
			});
		} else {
			if (random() < jumps) at = Math.floor(random() * edit);
			text.insert(at * MARK_LENGTH, mark(writer, edit));
		}
		at += 1;
	}
	doc.destroy();
	return updates;
}
