/**
 * The list of the files that a dossier holds (SE12): papers are made from the sealed record, so the seal cannot
 * name them; the list does, and is signed with the same key. Whoever has the files finds one that was changed.
 */
import { unzipSync } from 'fflate';
import { canonical, type Tools } from './chain.ts';
import type { Dossier } from './dossier.ts';

/** In the dossier's ZIP: the list, and the record with the chain that proves it. */
export const LIST = 'danh-muc.json';
export const SEALED = 'niem-phong.json';

export interface FileList {
	readonly format: 'files/1';
	readonly cell: string;
	readonly meeting: string;
	/** The entry of the record that the papers were made from. */
	readonly seal: { readonly number: number; readonly hash: string };
	readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
	/** The id of the key that signed. */
	readonly key: string;
	/** Ed25519, base64url. */
	readonly signature: string;
}

export type FileFault =
	| 'file-changed'
	| 'file-missing'
	/** One that the list does not name. */
	| 'file-extra'
	| 'list-missing'
	/** It was changed itself, or its key is not trusted. */
	| 'list-unsigned'
	/** It belongs to another record. */
	| 'list-other';

export interface FileFinding {
	readonly fault: FileFault;
	/** Null where it is about the list. */
	readonly file: string | null;
}

export function signedList({ signature: _, ...what }: FileList): Uint8Array {
	return new TextEncoder().encode(`hoi-truong/files/1\n${canonical(what)}`);
}

export function listed(files: Readonly<Record<string, Uint8Array>>, { sha256 }: Pick<Tools, 'sha256'>) {
	return Object.entries(files).map(([name, content]) => ({
		name,
		bytes: content.length,
		sha256: sha256(content)
	}));
}

/** @returns null for a text that is no list */
export function listIn(text: string): FileList | null {
	try {
		const value = JSON.parse(text) as FileList | null;
		const isList =
			value?.format === 'files/1' &&
			typeof value.seal?.hash === 'string' &&
			typeof value.signature === 'string' &&
			Array.isArray(value.files) &&
			value.files.every(({ name, sha256 }) => typeof name === 'string' && typeof sha256 === 'string');
		return isList ? value : null;
	} catch {
		return null;
	}
}

export type Files = ReadonlyMap<string, Uint8Array>;

export interface CheckedFiles {
	/** Without the list itself. */
	readonly count: number;
	/** The id of the key that signed the list; null where there is none. */
	readonly key: string | null;
	readonly findings: readonly FileFinding[];
}

/** @param trusted  public keys by id from elsewhere; null to take those in the dossier itself */
export function checkFiles(
	files: Files,
	{ cell, meeting, keys, chain }: Dossier,
	trusted: ReadonlyMap<string, string> | null,
	{ sha256, verify }: Tools
): CheckedFiles {
	const list = listIn(wordsOf(files.get(LIST)));
	const there = [...files.keys()].filter((name) => name !== LIST);
	const count = there.length;
	if (!list) return { count, key: null, findings: [{ fault: 'list-missing', file: null }] };
	const known = trusted ?? new Map(Object.entries(keys));
	const named = new Map(list.files.map((file) => [file.name, file.sha256]));
	const isOfRecord =
		list.cell === cell &&
		list.meeting === meeting &&
		chain.some(({ number, hash }) => number === list.seal.number && hash === list.seal.hash);
	const about = (fault: FileFault, isRight: boolean): FileFinding[] =>
		isRight ? [] : [{ fault, file: null }];
	const findings = [
		...about('list-unsigned', verify(known.get(list.key) ?? '', signedList(list), list.signature)),
		...about('list-other', isOfRecord),
		...[...named].flatMap(([name, hash]): FileFinding[] => {
			const content = files.get(name);
			if (!content) return [{ fault: 'file-missing', file: name }];
			return sha256(content) === hash ? [] : [{ fault: 'file-changed', file: name }];
		}),
		...there.flatMap((file): FileFinding[] => (named.has(file) ? [] : [{ fault: 'file-extra', file }]))
	];
	return { count, key: list.key, findings };
}

export interface TakenAway {
	/** The record with its chain, as a text. */
	readonly sealed: string;
	/** Of a ZIP with everything in it; null where the record was taken away alone. */
	readonly files: Files | null;
}

/** @returns null for a ZIP without a sealed record */
export function takenAway(bytes: Uint8Array): TakenAway | null {
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (!isZip) return { sealed: wordsOf(bytes), files: null };
	try {
		const names: string[] = [];
		const unpacked = unzipSync(bytes, { filter: ({ name }) => names.push(name) > 0 });
		const files = new Map(Object.entries(unpacked));
		// Two of one name: other programs may show the one that is not checked here.
		if (names.length !== files.size) return null;
		const sealed = files.get(SEALED);
		return sealed ? { sealed: wordsOf(sealed), files } : null;
	} catch {
		return null;
	}
}

function wordsOf(content: Uint8Array | undefined): string {
	return new TextDecoder().decode(content);
}
