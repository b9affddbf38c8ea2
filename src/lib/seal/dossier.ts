/**
 * A record to take away (SE10): the whole chain of its cell, what of it belongs to this meeting, and the public
 * keys. Whoever has it can check it without us, with the command line or with the page `/verify`.
 */
import { canonical, type Entry, type Tools } from './chain.ts';
import { checkChain, checkContent, checkKeys, type Checked, type Finding } from './check.ts';
import type { Head } from './line.ts';

export interface Dossier {
	readonly format: 'dossier/1';
	readonly cell: string;
	readonly meeting: string;
	/** Public keys by id. */
	readonly keys: Readonly<Record<string, string>>;
	readonly chain: readonly {
		readonly number: number;
		readonly entry: Entry;
		readonly hash: string;
		readonly signature: string;
		readonly key: string;
	}[];
	/** What this meeting's entries sealed, by number: the record and its corrections. */
	readonly contents: Readonly<Record<string, object>>;
}

export interface CheckedDossier extends Checked {
	/** The entry of the record itself; null where there is none. */
	readonly record: (Entry & { readonly hash: string; readonly key: string }) | null;
}

/** @returns null for a text that is no dossier */
export function dossierIn(text: string): Dossier | null {
	try {
		const value = JSON.parse(text) as Dossier | null;
		const isDossier =
			value?.format === 'dossier/1' &&
			typeof value.cell === 'string' &&
			typeof value.meeting === 'string' &&
			isMap(value.keys) &&
			isMap(value.contents) &&
			Array.isArray(value.chain) &&
			value.chain.every(isLink);
		return isDossier ? value : null;
	} catch {
		return null;
	}
}

/** @param trusted  public keys by id from elsewhere; null to take those in the dossier itself */
export function checkDossier(
	{ cell, meeting, keys: own, chain, contents }: Dossier,
	trusted: ReadonlyMap<string, string> | null,
	checkpoints: readonly Head[],
	tools: Tools
): CheckedDossier {
	const inside = new Map(Object.entries(own));
	const known = {
		keys: new Map([...inside, ...(trusted ?? [])]),
		trusted: trusted && new Set(trusted.keys()),
		checkpoints: checkpoints.filter((head) => head.cell === cell)
	};
	const links = chain.map((link) => ({ ...link, entry: canonical(link.entry) }));
	const checked = checkChain({ cell, links }, known, tools);
	const text = (number: number) => {
		const content = contents[String(number)];
		return content === undefined ? null : canonical(content);
	};
	const about = [...checked.entries.values()].filter((entry) => entry.meeting === meeting);
	const ofMeeting = new Set(about.map(({ number }) => number));
	const strangers = Object.keys(contents)
		.map(Number)
		.filter((number) => !ofMeeting.has(number));
	const findings: Finding[] = [
		...checked.findings,
		...about.flatMap(({ number }) => checkContent(checked, number, text(number), tools)),
		...strangers.map((number) => ({ fault: 'content-extra' as const, number, meeting: null })),
		...checkKeys(inside, tools)
	];
	const record = about.find(({ kind }) => kind === 'record');
	const link = chain.find(({ number }) => number === record?.number);
	return {
		...checked,
		findings,
		record: record && link ? { ...record, hash: link.hash, key: link.key } : null
	};
}

function isLink(link: unknown): boolean {
	if (!isMap(link) || !isMap(link.entry) || typeof link.number !== 'number') return false;
	return [link.hash, link.signature, link.key].every((each) => typeof each === 'string');
}

function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
