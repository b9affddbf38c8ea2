/** A record's papers, tables and dossier as files. */
import { unzipSync } from 'fflate';
import { paperOf } from '../../src/lib/official/papers.ts';
import { SHEETS, sheetOf } from '../../src/lib/official/sheets.ts';
import { plainText } from '../../src/lib/official/text.ts';
import type { Source } from '../../src/lib/official/source.ts';
import type { Dossier } from '../../src/lib/seal/dossier.ts';
import { LIST, listIn, SEALED, signedList, type FileList } from '../../src/lib/seal/files.ts';
import type { App } from '../app.ts';
import type { Asked } from '../official/asked.ts';
import { dossierOf } from '../seals/dossier.ts';
import type { SealKey } from '../seals/keys.ts';
import { proofsFor } from './handbook.ts';
import { allPapers } from './official.ts';
import type { RecordVisit } from './record.ts';
import { verifyPage } from './verify-page.ts';

export interface File {
	readonly bytes: Uint8Array;
	readonly type: string;
	readonly name: string;
}

const TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	txt: 'text/plain; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip'
} as const;

/**
 * Null where the record has nothing for it.
 * @throws {PressBusy} {PressFailed}
 */
export async function fileOf(
	app: App,
	visit: RecordVisit,
	source: Source,
	asked: Asked
): Promise<File | null> {
	switch (asked.what) {
		case 'paper':
			return paperFile(app, source, asked);
		case 'sheet': {
			const table = sheetOf(source, asked.kind);
			const bytes = await app.press.write({ as: 'xlsx', table, at: dayOf(source) });
			return { bytes, type: TYPES.xlsx, name: `${table.name} ${source.record.meeting.month}.xlsx` };
		}
		case 'dossier':
			return dossierFile(app, visit, source);
	}
}

async function paperFile(
	{ press }: App,
	source: Source,
	{ kind, as }: Extract<Asked, { what: 'paper' }>
): Promise<File | null> {
	const paper = paperOf(source, kind);
	if (!paper) return null;
	const bytes = as === 'txt' ? new TextEncoder().encode(plainText(paper)) : await press.write({ as, paper });
	return { bytes, type: TYPES[as], name: `${paper.title}.${as}` };
}

/** What else may be checked and computed with goes in for who reads the record whole. */
async function dossierFile(app: App, visit: RecordVisit, source: Source): Promise<File> {
	const found = visit.whole ? await dossierOf(app.sql, visit.stored.meeting) : null;
	const key = found && (await app.sealKey.current());
	const sealed = found && key && { ...found, keys: { ...found.keys, [key.id]: key.publicKey } };
	const uploaded = visit.whole ? await proofsFor(app, visit.stored.meeting) : null;
	const texts = {
		...(visit.whole && { 'ho-so.json': visit.stored.canonical }),
		...(sealed && {
			[SEALED]: JSON.stringify(sealed),
			'kiem-tra.html': (await verifyPage(app, 'vi')).html
		}),
		...(uploaded && { 'so-tay-dang-vien-dien-tu.txt': uploaded.text })
	};
	const papers = allPapers(source);
	const tables = SHEETS.map((kind) => sheetOf(source, kind));
	const files = uploaded?.files ?? {};
	const list = sealed && key && listFor(sealed, key.id);
	const made = await app.press.write({ as: 'zip', papers, tables, texts, files, list, at: dayOf(source) });
	const bytes = key ? await withSignedList(app, made, key) : made;
	const { cell, month } = source.record.meeting;
	return { bytes, type: TYPES.zip, name: `Hồ sơ ${cell.name} ${month}.zip` };
}

/** Names the entry of the record that the papers are made from (SE12). */
function listFor(
	{ cell, meeting, chain }: Dossier,
	key: string
): Omit<FileList, 'files' | 'signature'> | null {
	const found = chain.find(({ entry }) => entry.kind === 'record' && entry.meeting === meeting);
	return found
		? { format: 'files/1', cell, meeting, seal: { number: found.number, hash: found.hash }, key }
		: null;
}

/** The files are written and listed in the other thread; the key stays in this one. */
async function withSignedList({ press }: App, zip: Uint8Array, key: SealKey): Promise<Uint8Array> {
	const { [LIST]: content } = unzipSync(zip, { filter: ({ name }) => name === LIST });
	const list = listIn(new TextDecoder().decode(content));
	if (!list) return zip;
	const signed: FileList = { ...list, signature: key.sign(signedList(list)) };
	return press.write({ as: 'replaced', zip, name: LIST, text: JSON.stringify(signed, null, '\t') });
}

function dayOf({ record }: Source): number {
	return record.meeting.endedAt ?? record.meeting.plannedStart;
}

/** To keep; it can do nothing at this server's address. */
export function download({ bytes, type, name }: File): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'private, no-store'
		}
	});
}
