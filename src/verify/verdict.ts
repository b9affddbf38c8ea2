/** What the page says of a file; no page in it, so that it can be tested. */
import type { MeetingRecord } from '../lib/records/record.ts';
import { type Tools } from '../lib/seal/chain.ts';
import { fingerprint } from '../lib/seal/fingerprint.ts';
import { isDeleted, type Finding } from '../lib/seal/check.ts';
import { headIn } from '../lib/seal/checkpoint.ts';
import { type Head } from '../lib/seal/line.ts';
import { checkDossier, dossierIn } from '../lib/seal/dossier.ts';
import { checkFiles, takenAway, type CheckedFiles } from '../lib/seal/files.ts';

export interface Verdict {
	/** `agrees`: with the key inside, which this page does not know. */
	readonly is: 'whole' | 'agrees' | 'broken';
	readonly isDeleted: boolean;
	readonly findings: readonly Finding[];
	/** What of the files beside it does not hold; null where the record was taken away alone. */
	readonly files: CheckedFiles | null;
	readonly entries: number;
	readonly number: number;
	readonly fingerprint: string;
	readonly key: string;
	readonly sealedAt: number;
	/** Null where its content was deleted, or is missing. */
	readonly record: MeetingRecord | null;
	/** Whether it is what the paper says; null where nothing was typed. */
	readonly paper: 'same' | 'other' | 'unreadable' | null;
}

/**
 * @param bytes  the file: a ZIP with everything, or the record with its chain alone
 * @param paper  what was typed from a paper: a fingerprint, a checking line, or nothing
 * @param keys   public keys by id that the page itself brings
 * @returns null for what is no dossier of a sealed record
 */
export function verdictOn(
	bytes: Uint8Array,
	paper: string,
	keys: ReadonlyMap<string, string>,
	tools: Tools
): Verdict | null {
	const taken = takenAway(bytes);
	const dossier = taken && dossierIn(taken.sealed);
	if (!dossier) return null;
	const head = headIn(paper);
	const checked = checkDossier(dossier, null, head ? [head] : [], tools);
	const { record: entry, findings, entries } = checked;
	if (!entry) return null;
	const files = taken.files && checkFiles(taken.files, dossier, null, tools);
	const signers = new Set([...dossier.chain.map(({ key }) => key), ...(files?.key ? [files.key] : [])]);
	const isKnown = [...signers].every((key) => keys.has(key) && keys.get(key) === dossier.keys[key]);
	const print = fingerprint(entry.hash);
	return {
		is: findings.length > 0 || (files?.findings ?? []).length > 0 ? 'broken' : isKnown ? 'whole' : 'agrees',
		isDeleted: isDeleted(checked, entry),
		findings,
		files,
		entries: entries.size,
		number: entry.number,
		fingerprint: print,
		key: entry.key,
		sealedAt: entry.at,
		record: (dossier.contents[String(entry.number)] as MeetingRecord | undefined) ?? null,
		paper: onPaper(paper, head, print, dossier.cell, entry.number)
	};
}

/** A line about a later entry proves the whole chain up to there; checking it is part of the findings. */
function onPaper(
	paper: string,
	head: Head | null,
	print: string,
	cell: string,
	number: number
): Verdict['paper'] {
	if (paper.trim() === '') return null;
	if (head) return head.cell === cell && head.number >= number ? 'same' : 'other';
	const typed = letters(paper);
	if (typed.length !== 16) return 'unreadable';
	return typed === letters(print) ? 'same' : 'other';
}

/** Whatever was typed for what looks the same. */
function letters(text: string): string {
	return text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
