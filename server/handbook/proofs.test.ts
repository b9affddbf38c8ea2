import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/lib/handbook/contract.ts';
import { standing } from '../../src/lib/handbook/handbook.ts';
import { START } from '../../tests/support/meeting.ts';
import { heldAndSealed } from '../../tests/support/sealed.ts';
import { startServer, type TestServer } from '../../tests/support/server.ts';
import { uploads } from '../db/tables.ts';
import { proofsFor } from '../pages/handbook.ts';
import { deleteRecord } from '../seals/delete.ts';
import { verifyDatabase } from '../seals/verify.ts';
import { MOST_SAID, proofIn, proofOf, sayDone, takeBack, uploadsOf } from './proofs.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const said = { meeting: 'mtg', what: 'record', by: { id: 'm01', name: 'Nguyễn Văn m01' } } as const;

test('[HB3] a proof is what is in it: a picture or a PDF, of 5 MiB at most, under a harmless name', () => {
	const kind = (content: Uint8Array) => proofIn('a', content)?.kind ?? null;
	expect(kind(PNG)).toBe('png');
	expect(kind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
	expect(kind(Buffer.from('%PDF-1.7'))).toBe('pdf');
	for (const other of ['<svg onload="x">', '<script>', 'GIF89a', 'PK\u0003\u0004', ''])
		expect(kind(Buffer.from(other))).toBe(null);
	expect(kind(Buffer.concat([PNG, Buffer.alloc(MOST_BYTES - PNG.length)]))).toBe('png');
	expect(kind(Buffer.concat([PNG, Buffer.alloc(MOST_BYTES)]))).toBe(null);
	expect(proofIn('../màn hình.html', PNG)?.name).toBe('.. màn hình.png');
	expect(proofIn('///', PNG)?.name).toBe('minh-chung.png');
});

test('[HB3] of one meeting no more is kept than anybody needs', async () => {
	const { app } = server;
	const tell = () => sayDone(app, { ...said, meeting: 'full' }, { reference: '1', proof: null });
	for (let nth = 0; nth < MOST_SAID; nth += 1) expect(await tell()).toBe(true);
	expect(await tell()).toBe(false);
	expect((await uploadsOf(app.db, ['full'])).get('full')).toHaveLength(MOST_SAID);
});

test('[HB4] what stands is taken back once, however often it is asked', async () => {
	const { app, time } = server;
	const done = () => sayDone(app, said, { reference: '1', proof: null });
	const acts = async () => ((await uploadsOf(app.db, ['mtg'])).get('mtg') ?? []).map(({ act }) => act);
	await takeBack(app, said, 'Chưa đăng gì');
	expect(await acts()).toEqual([]);
	for (let nth = 0; nth < MOST_SAID; nth += 1) expect(await done()).toBe(true);
	time.now += 1;
	await Promise.all(['một', 'hai', 'ba', 'bốn'].map((reason) => takeBack(app, said, reason)));
	await takeBack(app, { ...said, what: 'papers' }, 'Việc khác');
	expect(await acts()).toEqual([...Array<string>(MOST_SAID).fill('done'), 'taken-back']);
	expect(await done()).toBe(false);
});

test('[HB3] [HB4] who and when is kept, a proof can come later, and what was a mistake is taken back and stays', async () => {
	const { app, time } = server;
	const proof = proofIn('man hinh.png', PNG);
	await sayDone(app, said, { reference: null, proof: null });
	time.now += 60_000;
	await sayDone(app, said, { reference: '12/BB', proof });
	const first = (await uploadsOf(app.db, ['mtg', 'other'])).get('mtg') ?? [];
	expect(first.map(({ at, byName, reference, fileName }) => [at, byName, reference, fileName])).toEqual([
		[START, 'Nguyễn Văn m01', null, null],
		[START + 60_000, 'Nguyễn Văn m01', '12/BB', 'man hinh.png']
	]);
	const id = first[1]?.id ?? '';
	expect(Buffer.from((await proofOf(app.db, 'mtg', id))?.content ?? []).equals(PNG)).toBe(true);
	expect(await proofOf(app.db, 'other', id)).toBeNull();
	time.now += 60_000;
	await takeBack(app, said, 'Nhầm cuộc họp');
	const all = (await uploadsOf(app.db, ['mtg'])).get('mtg') ?? [];
	expect([all.length, standing(all, 'record').length]).toEqual([3, 0]);
	const dossier = await proofsFor(app, 'mtg');
	expect(Object.keys(dossier?.files ?? {})).toEqual(['minh-chung-1.png']);
	expect(dossier?.text).toContain(
		'đã đăng kết quả sau cuộc họp; số: 12/BB; minh chứng: minh-chung-1.png; đã rút lại'
	);
	expect(dossier?.text).toContain('lý do: Nhầm cuộc họp');
});

test('[HB4] [HB5] it changes nothing in a sealed record, and goes with it', async () => {
	const { app } = server;
	await heldAndSealed(server, 'one', 'cell');
	const before = (await app.records.of('one'))?.sha256;
	await sayDone(app, { ...said, meeting: 'one' }, { reference: null, proof: proofIn('a', PNG) });
	expect((await app.records.of('one'))?.sha256).toBe(before);
	const findings = async () => (await verifyDatabase(app.sql, { keys: null, checkpoints: [] })).findings;
	expect(await findings()).toEqual([]);
	await deleteRecord(app, { meeting: 'one', by: 'm01', reason: 'Hết thời hạn lưu trữ' });
	expect(await app.db.select().from(uploads)).toEqual([]);
	expect(await findings()).toEqual([]);
});
