/** The files of papers, kept in the database beside everything else that must not be lost. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { clean } from '../../src/lib/kernel/text.ts';
import { MOST_BYTES, type FileKind, type PaperFile } from '../../src/lib/papers/contract.ts';
import type { Database } from '../db/client.ts';
import { paperFiles } from '../db/tables.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';
import { kindOf } from './kind.ts';

const ENDINGS: Readonly<Record<FileKind, string>> = { pdf: 'pdf', docx: 'docx', text: 'txt' };
const LONGEST_NAME = 100;

export type Kept =
	{ readonly file: PaperFile } | { readonly refused: 'empty' | 'too-large' | 'not-taken' | 'deleted' };

/** @param name  as the sender calls it; its ending is ours, by what is in it */
export async function keepFile(
	db: Database,
	at: { readonly meeting: string; readonly paper: string },
	name: string,
	content: Buffer
): Promise<Kept> {
	if (content.length === 0) return { refused: 'empty' };
	if (content.length > MOST_BYTES) return { refused: 'too-large' };
	const kind = kindOf(content);
	if (!kind) return { refused: 'not-taken' };
	const file: PaperFile = {
		id: randomBytes(12).toString('hex'),
		name: `${stem(name)}.${ENDINGS[kind]}`,
		kind,
		bytes: content.length,
		sha256: createHash('sha256').update(content).digest('hex')
	};
	const row = { ...at, id: file.id, kind, name: file.name, content };
	const kept = await unlessDeleted(db, at.meeting, (transaction) =>
		transaction.insert(paperFiles).values(row)
	);
	return kept === null ? { refused: 'deleted' } : { file };
}

export async function dropFile(db: Database, id: string): Promise<void> {
	await db.delete(paperFiles).where(eq(paperFiles.id, id));
}

/** Null where the file is not this paper's: an id alone opens nothing. */
export async function contentOf(
	db: Database,
	{ meeting, paper, file }: { readonly meeting: string; readonly paper: string; readonly file: string }
): Promise<{ readonly kind: FileKind; readonly name: string; readonly content: Uint8Array } | null> {
	const [row] = await db
		.select()
		.from(paperFiles)
		.where(and(eq(paperFiles.id, file), eq(paperFiles.meeting, meeting), eq(paperFiles.paper, paper)));
	return row ?? null;
}

function stem(name: string): string {
	const safe = clean(name.replace(/\.[^.]{1,5}$/, '').replace(/[\\/:*?"<>|\n]/g, ' '));
	return [...safe].slice(0, LONGEST_NAME).join('').trim() || 'tai-lieu';
}
