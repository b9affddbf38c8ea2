/** Everything of a record in one file: each paper in every form, the tables, and what else is handed in. */
import { unzipSync } from 'fflate';
import { folded } from '../../src/lib/kernel/text.ts';
import { LIST, listed, type FileList } from '../../src/lib/seal/files.ts';
import { plainText } from '../../src/lib/official/text.ts';
import { tools } from '../seals/tools.ts';
import { docxOf } from './docx.ts';
import type { Job } from './jobs.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';
import { zipped } from './zip.ts';

const LONGEST_NAME = 80;

export async function dossierOf({
	papers,
	tables,
	texts,
	files: others = {},
	list,
	at
}: Extract<Job, { as: 'zip' }>): Promise<Uint8Array> {
	const files: Record<string, Uint8Array> = {};
	for (const paper of papers) {
		const name = fileName(paper.title);
		files[`${name}.docx`] = await docxOf(paper);
		files[`${name}.pdf`] = await pdfOf(paper);
		files[`${name}.txt`] = new TextEncoder().encode(plainText(paper));
	}
	for (const table of tables) files[`${fileName(table.name)}.xlsx`] = await xlsxOf(table, at);
	for (const [name, text] of Object.entries(texts)) files[name] = new TextEncoder().encode(text);
	Object.assign(files, others);
	if (list) {
		const whole: FileList = { ...list, files: listed(files, tools), signature: '' };
		files[LIST] = new TextEncoder().encode(JSON.stringify(whole, null, '\t'));
	}
	return zipped(files);
}

/** The list, when it was signed where the key is. */
export function replacedIn({ zip, name, text }: Extract<Job, { as: 'replaced' }>): Uint8Array {
	return zipped({ ...unzipSync(zip), [name]: new TextEncoder().encode(text) });
}

/** As every system can unpack it: `bien-ban-sinh-hoat-chi-bo`. */
export function fileName(title: string): string {
	return folded(title)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST_NAME)
		.replace(/^-|-$/g, '');
}
