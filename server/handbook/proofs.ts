/** What was put into the members' handbook app, with its proof (RULES.md of `src/lib/handbook`). */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { clean } from '../../src/lib/kernel/text.ts';
import { MOST_BYTES, type ProofKind, type What } from '../../src/lib/handbook/contract.ts';
import { standing, type Upload } from '../../src/lib/handbook/handbook.ts';
import type { Database } from '../db/client.ts';
import { uploads } from '../db/tables.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';

export interface HandbookDeps {
	readonly db: Database;
	readonly clock: () => number;
}

export interface Said {
	readonly meeting: string;
	readonly what: What;
	readonly by: { readonly id: string; readonly name: string };
}

export interface Proof {
	readonly name: string;
	readonly kind: ProofKind;
	readonly content: Uint8Array;
}

/** How often that can be said of one meeting, and so how many files are kept of it (HB3). */
export const MOST_SAID = 20;

/** @returns false where so much was said of the meeting that no more is taken, and where its record was deleted */
export async function sayDone(
	{ db, clock }: HandbookDeps,
	{ meeting, what, by }: Said,
	{ reference, proof }: { readonly reference: string | null; readonly proof: Proof | null }
): Promise<boolean> {
	const act = 'done';
	const isKept = await unlessDeleted(db, meeting, async (tx) => {
		const said = await tx.$count(uploads, and(eq(uploads.meeting, meeting), eq(uploads.act, act)));
		if (said >= MOST_SAID) return false;
		await tx.insert(uploads).values({
			id: randomUUID(),
			meeting,
			what,
			act,
			at: clock(),
			by: by.id,
			byName: by.name,
			reference,
			...(proof && { fileName: proof.name, fileKind: proof.kind, content: proof.content })
		});
		return true;
	});
	return isKept ?? false;
}

/** Takes back what stands; where nothing does, as after a second tap, nothing is kept (HB4). */
export async function takeBack(
	{ db, clock }: HandbookDeps,
	{ meeting, what, by }: Said,
	reason: string
): Promise<void> {
	await unlessDeleted(db, meeting, async (tx) => {
		const said = (await uploadsOf(tx, [meeting])).get(meeting) ?? [];
		if (standing(said, what).length === 0) return;
		const act = 'taken-back';
		await tx
			.insert(uploads)
			.values({ id: randomUUID(), meeting, what, act, at: clock(), by: by.id, byName: by.name, reason });
	});
}

/** The oldest first, by meeting; the files themselves are asked for one by one. */
export async function uploadsOf(
	db: Pick<Database, 'select'>,
	meetings: readonly string[]
): Promise<ReadonlyMap<string, readonly Upload[]>> {
	if (meetings.length === 0) return new Map();
	const { id, meeting, what, act, at, byName, reference, reason, fileName } = uploads;
	const rows = await db
		.select({ id, meeting, what, act, at, byName, reference, reason, fileName })
		.from(uploads)
		.where(inArray(uploads.meeting, [...meetings]))
		.orderBy(asc(uploads.at), asc(uploads.id));
	return Map.groupBy(rows, (row) => row.meeting);
}

/** Null where there is no such file of that meeting. */
export async function proofOf(db: Database, meeting: string, id: string): Promise<Proof | null> {
	const [row] = await db
		.select()
		.from(uploads)
		.where(and(eq(uploads.id, id), eq(uploads.meeting, meeting)));
	if (!row?.content || !row.fileKind) return null;
	return { name: row.fileName ?? '', kind: row.fileKind, content: row.content };
}

const BEGINNINGS: readonly (readonly [ProofKind, readonly number[]])[] = [
	['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['jpeg', [0xff, 0xd8, 0xff]],
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]]
];
const ENDINGS: Readonly<Record<ProofKind, string>> = { png: 'png', jpeg: 'jpg', pdf: 'pdf' };
const LONGEST_NAME = 80;

/**
 * A file as it may be kept (HB3).
 * @param name  as the sender calls it; its ending is ours, by what is in it
 * @returns null for what is none of the kinds, empty or too large
 */
export function proofIn(name: string, content: Uint8Array): Proof | null {
	if (content.length === 0 || content.length > MOST_BYTES) return null;
	const kind = BEGINNINGS.find(([, bytes]) => bytes.every((byte, at) => content[at] === byte))?.[0];
	if (!kind) return null;
	const stem = clean(name.replace(/\.[^.]{1,5}$/, '').replace(/[\\/:*?"<>|\n]/g, ' '));
	return {
		name: `${[...stem].slice(0, LONGEST_NAME).join('').trim() || 'minh-chung'}.${ENDINGS[kind]}`,
		kind,
		content
	};
}
