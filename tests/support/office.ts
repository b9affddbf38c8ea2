/** What an office makes of a file: LibreOffice and poppler, which the tests need installed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function inFolder<T>(then: (folder: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-office-'));
	try {
		return await then(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** As LibreOffice opens and prints them. */
export function printed(...documents: readonly Uint8Array[]): Promise<Uint8Array[]> {
	return inFolder(async (folder) => {
		const names = documents.map((_, n) => join(folder, `${n}.docx`));
		await Promise.all(documents.map((content, n) => writeFile(names[n] ?? '', content)));
		// A profile of its own: two that run at once would wait for one another.
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names]);
		return Promise.all(
			names.map(async (name) => new Uint8Array(await readFile(name.replace(/docx$/, 'pdf'))))
		);
	});
}

/** What stands on each page; one more that is empty, since every page ends with a break. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
	return (await tool('pdftotext', pdf, [], ['-'])).split('\f');
}

/** Its text, page after page, without the numbers of the pages; in NFC. */
export async function textIn(pdf: Uint8Array): Promise<string> {
	const pages = await pagesOf(pdf);
	return pages
		.map((page) => page.replace(/^\s*\d+\s*\n/, ''))
		.join('\n')
		.normalize('NFC');
}

/** Without white space, which a writer sets as its lines need it. */
export function squeezed(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, '');
}

export interface EmbeddedFont {
	readonly name: string;
	readonly isEmbedded: boolean;
}

export async function fontsIn(pdf: Uint8Array): Promise<EmbeddedFont[]> {
	const [, , ...rows] = (await tool('pdffonts', pdf, [], [])).trim().split('\n');
	return rows.map((row) => {
		const [name = ''] = row.split(/\s+/);
		const [embedded] = row.trim().split(/\s+/).slice(-5);
		return { name, isEmbedded: embedded === 'yes' };
	});
}

function tool(name: string, pdf: Uint8Array, before: readonly string[], after: readonly string[]) {
	return inFolder(async (folder) => {
		const file = join(folder, 'paper.pdf');
		await writeFile(file, pdf);
		const { stdout } = await run(name, [...before, file, ...after], { maxBuffer: 16 * 1024 * 1024 });
		return stdout;
	});
}
