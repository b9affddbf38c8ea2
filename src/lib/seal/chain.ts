/**
 * The chain of a cell's seals, as whoever checks it must know it (SE4, SE5). What computes hashes and checks
 * signatures is handed in: the server has it from Node, the page that checks a dossier brings its own.
 */
import canonicalize from 'canonicalize';
import type { Instant, PersonId } from '../kernel/decider.ts';

export type Kind = 'record' | 'correction' | 'deletion';

/** What is hashed and signed: it names the content by its hash, so that the chain outlives a deletion (SE9). */
export interface Entry {
	readonly format: 'seal/1';
	readonly cell: string;
	/** From 1 without gaps in each cell. */
	readonly number: number;
	readonly kind: Kind;
	readonly meeting: string;
	readonly at: Instant;
	readonly by: PersonId;
	/** SHA-256 of the RFC 8785 text of what is sealed; null for a deletion, which brings nothing. */
	readonly content: string | null;
	/** SHA-256 of the log that a record was made from (`server/seals/log-digest.ts`); null for the others. */
	readonly log: string | null;
	/** The entry of the record that a correction or a deletion is about; null for a record. */
	readonly of: number | null;
	/** Why a content was deleted; null for the others. */
	readonly reason: string | null;
}

/** A correction as it is sealed: a record of its own that points back (SE8). */
export interface Correction {
	readonly format: 'correction/1';
	readonly meeting: string;
	/** The entry of the record, and its hash. */
	readonly of: { readonly number: number; readonly hash: string };
	readonly at: Instant;
	readonly by: { readonly id: PersonId; readonly name: string };
	readonly reason: string;
	/** What is right instead. */
	readonly text: string;
}

/** An entry at its place. */
export interface Link {
	/** RFC 8785 */
	readonly entry: string;
	/** 64 hexadecimal digits. */
	readonly hash: string;
	/** Ed25519, base64url. */
	readonly signature: string;
	/** The id of the key that signed. */
	readonly key: string;
}

export interface Tools {
	/** 64 hexadecimal digits. */
	sha256(bytes: Uint8Array): string;
	/**
	 * @param publicKey  32 bytes, base64url
	 * @param signature  64 bytes, base64url
	 * @returns false as well for what is no key or no signature
	 */
	verify(publicKey: string, message: Uint8Array, signature: string): boolean;
}

/** What stands before the first entry of a chain. */
export const BEGINNING = '0'.repeat(64);

const utf8 = new TextEncoder();

export function canonical(value: object): string {
	return canonicalize(value) ?? '';
}

export function sha256Of(text: string, { sha256 }: Tools): string {
	return sha256(utf8.encode(text));
}

/** h(n) = SHA-256(h(n-1) ‖ entry), the hash before it as its 32 bytes. */
export function hashAfter(previous: string, entry: string, { sha256 }: Tools): string {
	const text = utf8.encode(entry);
	const bytes = new Uint8Array(32 + text.length);
	for (let at = 0; at < 32; at += 1) bytes[at] = Number.parseInt(previous.slice(2 * at, 2 * at + 2), 16);
	bytes.set(text, 32);
	return sha256(bytes);
}

/** What is signed: the place and its hash, in words of their own so that no other signature can stand for it. */
export function signed(cell: string, number: number, hash: string): Uint8Array {
	return utf8.encode(`hoi-truong/seal/1\n${cell}\n${number}\n${hash}\n`);
}

/** What a key is called: the beginning of its SHA-256. */
export function keyId(publicKey: string, tools: Tools): string {
	return tools.sha256(bytesOf(publicKey) ?? new Uint8Array()).slice(0, 16);
}

/** @returns null for what is not base64url */
export function bytesOf(base64url: string): Uint8Array | null {
	if (!/^[A-Za-z0-9_-]*$/.test(base64url) || base64url.length % 4 === 1) return null;
	const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
