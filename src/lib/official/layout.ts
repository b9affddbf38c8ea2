/**
 * An official paper as a list of blocks: what every writer (Word, PDF, page, plain text) lays out alike. Plain
 * JSON, so that it can be handed to another thread.
 */
import type { Instant } from '../kernel/decider.ts';

/** As the addresses name them. */
export const PAPERS = [
	'minutes',
	'resolution',
	'conclusion',
	'agenda',
	'roll',
	'score',
	'remarks',
	'debrief',
	'committee',
	'extract'
] as const;
export type PaperKind = (typeof PAPERS)[number];

/** The measures that a guide prescribes. */
export interface Guide {
	readonly id: string;
	readonly name: string;
	readonly marginsMm: {
		readonly top: number;
		readonly bottom: number;
		readonly left: number;
		readonly right: number;
	};
	readonly bodyPt: number;
	/** Exact distance of lines. */
	readonly linePt: number;
	readonly firstLineMm: number;
	readonly beforePt: number;
	readonly partyPt: number;
	readonly headPt: number;
	readonly titlePt: number;
	readonly subjectPt: number;
	readonly tablePt: number;
	readonly recipientsPt: number;
	readonly signerPositionBold: boolean;
}

export interface Run {
	readonly text: string;
	readonly bold?: true;
	readonly italic?: true;
}

export interface Column {
	readonly title: string;
	/** Of the width, in parts. */
	readonly share: number;
	readonly align: 'left' | 'center';
}

export interface Signature {
	readonly kind: 'signature';
	/** `T/M CHI BỘ`, where somebody signs for others; else what the signer is. */
	readonly authority: string;
	/** `BÍ THƯ`; empty where the first line says it. */
	readonly position: string;
	/** That it was signed in the system, when and as what; empty where it is to be signed by hand. */
	readonly signed: readonly string[];
	readonly name: string;
}

export interface Recipients {
	readonly kind: 'recipients';
	readonly heading: string;
	readonly lines: readonly string[];
}

export type Block =
	| {
			readonly kind: 'head';
			readonly upper: string;
			/** In one line or two. */
			readonly body: readonly string[];
			/** Empty where the paper has none. */
			readonly number: string;
			readonly placeDate: string;
	  }
	| {
			readonly kind: 'title';
			readonly name: string;
			readonly subject: readonly string[];
			/** That it is a draft, or what else must be known at first sight; empty where nothing is. */
			readonly mark: string;
	  }
	/** Level 1: `I- THÀNH PHẦN`, level 2: `1. Nội dung`. */
	| { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
	| { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
	/** One of a list, with the dash or letter before it. */
	| { readonly kind: 'point'; readonly label: string; readonly runs: readonly Run[] }
	| {
			readonly kind: 'table';
			readonly columns: readonly Column[];
			readonly rows: readonly (readonly string[])[];
	  }
	| {
			readonly kind: 'signatures';
			readonly left: Signature | Recipients | null;
			readonly right: Signature;
	  }
	/** What the sealed record can be found and checked by, below who signs. */
	| {
			readonly kind: 'seal';
			readonly lines: readonly string[];
			/** The line that is kept (seal, SE11); it stands as a QR as well. */
			readonly line: string;
	  };

export interface Paper {
	readonly kind: PaperKind;
	/** What the paper is about, for lists and a file's properties. */
	readonly title: string;
	readonly cell: string;
	/** The date that the files bear: the same record gives the same bytes. */
	readonly at: Instant;
	readonly guide: Guide;
	readonly blocks: readonly Block[];
	/** Small at the foot of every page; null before the seal. */
	readonly foot: string | null;
}

export function words(text: string): readonly Run[] {
	return [{ text }];
}

export function paragraph(text: string): Block {
	return { kind: 'paragraph', runs: words(text) };
}

/** One of a list. */
export function point(text: string, label = '-'): Block {
	return { kind: 'point', label, runs: words(text) };
}

/** What is enumerated: each entry ends with a semicolon, the last with a stop; a question keeps its mark. */
export function list(entries: readonly string[], label: (index: number) => string = () => '-'): Block[] {
	return entries.map((entry, index) => {
		const end = /[?!…]$/u.test(entry) ? '' : index === entries.length - 1 ? '.' : ';';
		return point(`${entry.replace(/[.;,\s]+$/u, '')}${end}`, label(index));
	});
}

/** `1.`, `2.` */
export function ordinal(index: number): string {
	return `${index + 1}.`;
}

export function section(title: string): Block {
	return { kind: 'heading', level: 1, text: title.toLocaleUpperCase('vi') };
}
