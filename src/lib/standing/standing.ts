/** Blocks of text that a cell keeps and uses again; a version each day they changed (ST3). */
import { unreachable } from '../kernel/decider.ts';

export const KINDS = ['citation', 'sentence', 'item'] as const;
export type Kind = (typeof KINDS)[number];

export interface Content {
	readonly kind: Kind;
	/** Of a citation the paper's own, of an item the agenda's, of a sentence what it is found by. */
	readonly title: string;
	/** What a citation is about, what a sentence says; of an item nothing. */
	readonly text: string;
	readonly number: string | null;
	/** `2025-10-28` */
	readonly issuedOn: string | null;
	readonly issuer: string | null;
	/** Planned for an item. */
	readonly minutes: number | null;
}

export interface Version extends Content {
	/** The same for all versions of one block. */
	readonly block: string;
	/** The day from which it counts: `2026-11-03`. */
	readonly from: string;
	/** From that day on the block is used no more. */
	readonly isEnd: boolean;
}

/** By block, the version that counts on a day: of two from one day the one that was entered last (ST3). */
export function inForce(versions: readonly Version[], day: string): Version[] {
	const found = new Map<string, Version>();
	for (const version of versions) {
		const before = found.get(version.block);
		if (version.from <= day && (!before || before.from <= version.from)) found.set(version.block, version);
	}
	return [...found.values()].filter(({ isEnd }) => !isEnd).sort(inOrder);
}

function inOrder(a: Version, b: Version): number {
	return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.title.localeCompare(b.title, 'vi');
}

/** What is put into a text (ST2, ST4): Vietnamese whatever the reader's language, for the texts are papers. */
export function wordsOf(content: Content): string {
	switch (content.kind) {
		case 'citation':
			return citation(content);
		case 'sentence':
			return content.text;
		case 'item':
			return content.title;
		default:
			return unreachable(content.kind);
	}
}

function citation({ title, number, issuedOn, issuer, text }: Content): string {
	const parts = [
		`Căn cứ ${title}`,
		...(number ? [` số ${number}`] : []),
		...(issuedOn ? [` ngày ${issuedOn.split('-').reverse().join('/')}`] : []),
		...(issuer ? [` của ${issuer}`] : []),
		...(text ? [` ${text.replace(/[.;\s]+$/, '')}`] : [])
	];
	return `${parts.join('')};`;
}
