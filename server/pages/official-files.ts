/** A record's papers, tables and dossier as files. */
import { paperOf } from '../../src/lib/official/papers.ts';
import { SHEETS, sheetOf } from '../../src/lib/official/sheets.ts';
import { plainText } from '../../src/lib/official/text.ts';
import type { Source } from '../../src/lib/official/source.ts';
import type { App } from '../app.ts';
import type { Asked } from '../official/asked.ts';
import { dossierOf } from '../seals/dossier.ts';
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
	const sealed = visit.whole ? await dossierOf(app.sql, visit.stored.meeting) : null;
	const uploaded = visit.whole ? await proofsFor(app, visit.stored.meeting) : null;
	const texts = {
		...(visit.whole && { 'ho-so.json': visit.stored.canonical }),
		...(sealed && {
			'niem-phong.json': JSON.stringify(sealed),
			'kiem-tra.html': (await verifyPage(app)).html
		}),
		...(uploaded && { 'so-tay-dang-vien-dien-tu.txt': uploaded.text })
	};
	const papers = allPapers(source);
	const tables = SHEETS.map((kind) => sheetOf(source, kind));
	const files = uploaded?.files ?? {};
	const bytes = await app.press.write({ as: 'zip', papers, tables, texts, files, at: dayOf(source) });
	const { cell, month } = source.record.meeting;
	return { bytes, type: TYPES.zip, name: `Hồ sơ ${cell.name} ${month}.zip` };
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
