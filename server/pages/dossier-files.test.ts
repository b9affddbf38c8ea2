/** The whole record taken away as a ZIP, and what checking finds of its files afterwards. */
import { unzipSync, zipSync } from 'fflate';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../tests/support/sealed.ts';
import { SEAL_KEY, startServer, until, type TestServer } from '../../tests/support/server.ts';
import { LIST, SEALED, listIn } from '../../src/lib/seal/files.ts';
import { tools } from '../../src/verify/tools.ts';
import { verdictOn } from '../../src/verify/verdict.ts';
import { linesOf, verify } from '../cli/seals.ts';
import { choicesIn } from '../official/asked.ts';
import { fileOf } from './official-files.ts';
import { sourceOf } from './official.ts';
import { visitRecord } from './record.ts';

let server: TestServer;
let zip: Uint8Array;
let folder: string;

async function taken(): Promise<Uint8Array> {
	const { app } = server;
	const session = await app.auth.principal(await server.cookie('m01'));
	const visit = await visitRecord(app, session?.principal ?? null, 'mtg');
	const chosen = choicesIn(new URLSearchParams());
	if (!visit || !chosen) throw new Error('nobody reads it');
	const file = await fileOf(app, visit, await sourceOf(app, visit, chosen), { what: 'dossier' });
	return file?.bytes ?? new Uint8Array();
}

beforeAll(async () => {
	server = await startServer();
	folder = await mkdtemp(join(tmpdir(), 'hoi-truong-files-'));
	for (const by of ['m01', 'm03', 'm04'])
		await act(server, 'mtg', by, { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await act(server, 'mtg', 'm01', { type: 'record.seal' });
	const room = await server.app.rooms.get('mtg');
	await until(() => room?.meeting.seal?.kept != null);
	zip = await taken();
}, 120_000);
afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
	await server.close();
});

const known = new Map([[SEAL_KEY.id, SEAL_KEY.publicKey]]);
const MINUTES = 'bien-ban-sinh-hoat-chi-bo-thuong-ky-thang-11-nam-2026.docx';

function changed(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
	const files = unzipSync(zip);
	change(files);
	return zipSync(files);
}

const found = (bytes: Uint8Array) => verdictOn(bytes, '', known, tools);

async function byCommand(bytes: Uint8Array) {
	const file = join(folder, 'ho-so.zip');
	await writeFile(file, bytes);
	return verify({}, file, { key: [], checkpoint: [] });
}

test('[SE12] the ZIP lists every file that it holds, and checking finds them as they were made', async () => {
	const { [LIST]: list, ...files } = unzipSync(zip);
	const names = listIn(new TextDecoder().decode(list))?.files.map(({ name }) => name);
	expect(names?.sort()).toEqual(Object.keys(files).sort());
	expect(names).toContain(MINUTES);
	expect(found(zip)).toMatchObject({ is: 'whole', files: { count: names?.length, findings: [] } });
	const told = await byCommand(zip);
	expect(told).toMatchObject({ ok: true, files: names?.length, findings: [] });
	expect(linesOf(told)).toContain(`${names?.length} files checked against the signed list.`);
});

test('[SE12] [OF8] the same record gives the same ZIP', async () => {
	expect(Buffer.from(await taken()).equals(Buffer.from(zip))).toBe(true);
});

test('[SE12] a file that was changed, taken out or put in is found, by page and by command', async () => {
	const other = new TextEncoder().encode('khác');
	const tampered: [fault: string, file: string, bytes: Uint8Array][] = [
		[
			'file-changed',
			MINUTES,
			changed((files) => {
				const paper = files[MINUTES] ?? other;
				files[MINUTES] = paper.with(paper.length - 30, (paper.at(-30) ?? 0) ^ 1);
			})
		],
		['file-missing', MINUTES, changed((files) => void delete files[MINUTES])],
		['file-extra', 'them.pdf', changed((files) => void (files['them.pdf'] = other))],
		['file-changed', 'ho-so.json', changed((files) => void (files['ho-so.json'] = other))]
	];
	// Two of one name: who unpacks it with another program may see the one that nobody checked.
	const twice = changed((files) => void (files[MINUTES.replace('docx', 'docy')] = other));
	const name = Buffer.from(MINUTES.replace('docx', 'docy'));
	for (let at = Buffer.from(twice).indexOf(name); at >= 0; at = Buffer.from(twice).indexOf(name))
		twice.set(Buffer.from(MINUTES), at);
	expect(found(twice)).toBeNull();
	for (const [fault, file, bytes] of tampered) {
		expect(found(bytes), file).toMatchObject({ is: 'broken', files: { findings: [{ fault, file }] } });
		const told = await byCommand(bytes);
		expect(told).toMatchObject({ ok: false, findings: [{ fault, file }] });
		expect(linesOf(told)[0]).toMatch(new RegExp(`^file ${file}: `));
	}
});

test('[SE12] a list that was made anew, left out or taken from elsewhere is found', () => {
	const list = listIn(new TextDecoder().decode(unzipSync(zip)[LIST]));
	if (!list) throw new Error('no list');
	const withList = (change: object) =>
		changed((files) => {
			files[LIST] = new TextEncoder().encode(JSON.stringify({ ...list, ...change }));
		});
	const faults = (bytes: Uint8Array) => found(bytes)?.files?.findings.map(({ fault }) => fault);
	expect(faults(withList({ files: list.files.slice(1) }))).toEqual(['list-unsigned', 'file-extra']);
	expect(faults(withList({ seal: { ...list.seal, number: 9 } }))).toEqual(['list-unsigned', 'list-other']);
	expect(faults(changed((files) => void delete files[LIST]))).toEqual(['list-missing']);
	expect(found(changed((files) => void delete files[SEALED]))).toBeNull();
	expect(found(zip.slice(0, 200))).toBeNull();
});
