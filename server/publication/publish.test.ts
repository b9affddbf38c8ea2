import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LeftOut } from '../../src/lib/publication/contract.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { setup } from '../../tests/support/meeting.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { search, type Reader } from '../archive/search.ts';
import { organisations, publications, recordWords } from '../db/tables.ts';
import { createMeeting } from '../meetings/create.ts';
import { sealedRecord } from '../seals/append.ts';
import { deleteRecord } from '../seals/delete.ts';
import { verifyDatabase } from '../seals/verify.ts';
import { choicesOf, extractOf, NOTHING, openPartOf, suggested, type Open } from './extract.ts';
import { publicationsOf, publish, publishedFor, sistersOf, takeBack } from './publish.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
	const { db } = server.app;
	await db.insert(organisations).values([
		{ id: 'committee', kind: 'grassroots', name: 'Đảng ủy phường' },
		{ id: 'elsewhere', kind: 'grassroots', name: 'Đảng ủy xã' }
	]);
	await db.update(organisations).set({ parent: 'committee' }).where(eq(organisations.id, 'cell'));
	await db.insert(organisations).values([
		{ id: 'sister', kind: 'cell', parent: 'committee', name: 'Chi bộ Trường học' },
		{ id: 'stranger', kind: 'cell', parent: 'elsewhere', name: 'Chi bộ Thôn 1' }
	]);
});
afterEach(() => server.close());

const SISTER: Reader = { cell: 'sister', ids: ['x1'], committee: 'committee' };
const STRANGER: Reader = { cell: 'stranger', ids: ['x2'], committee: 'elsewhere' };
const SECRETARY = { id: 'm01', name: 'Nguyễn Văn m01' };

async function heldAndSealed(): Promise<void> {
	for (const who of ['m01', 'm02', 'm03'])
		await act(server, 'mtg', who, { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'o1', { type: 'observer.join' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'm01', {
		type: 'item.conclude',
		item: 'a1',
		text: 'Nguyễn Văn m03 giữ gìn hòa thuận.'
	});
	for (const [ref, text, to] of [
		['k1', 'Góp ý sáng tỏ', undefined],
		['k2', 'Góp ý nhạy cảm', undefined],
		['k3', 'Chỉ riêng chủ trì', 'chair']
	] as const) {
		const on = { kind: 'item', ref: 'a1' } as const;
		await act(server, 'mtg', 'm03', { type: 'comment.post', ref, on, text, ...(to && { to }) });
	}
	await act(server, 'mtg', 'm01', { type: 'minutes.quote', comment: 'k2' });
	await act(server, 'mtg', 'm01', { type: 'closed.begin' });
	await act(server, 'mtg', 'm01', { type: 'item.start', item: 'a2' });
	await act(server, 'mtg', 'm01', { type: 'item.conclude', item: 'a2', text: 'Khuyết điểm kín.' });
	await act(server, 'mtg', 'm01', { type: 'closed.end' });
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await act(server, 'mtg', 'm01', { type: 'record.seal' });
	await until(async () => (await server.app.rooms.get('mtg'))?.meeting.seal?.kept != null);
}

async function opened(
	meeting = 'mtg'
): Promise<{ open: Open; seal: { number: number; hash: string; at: number } }> {
	const link = await sealedRecord(server.app.db, meeting);
	const stored = await server.app.records.of(meeting);
	if (!link || !stored) throw new Error('nothing is sealed');
	const open = openPartOf(server.app.records.open(stored));
	return { open, seal: { number: link.number, hash: link.hash, at: 1 } };
}

async function published(left: LeftOut): Promise<string> {
	const { open, seal } = await opened();
	expect(await publish(server.app, SECRETARY, extractOf(open, left, seal), left)).toBe(true);
	const found = await publishedFor(server.app.db, 'committee', 'mtg');
	return JSON.stringify(found);
}

async function foundBy(words: string, reader: Reader): Promise<string[]> {
	const all = { models: true, inTitle: false, cell: null, month: null, type: null, model: false, page: 0 };
	const { found } = await search(server.app.db, reader, { words, ...all });
	return found.map(({ meeting, snippet }) => `${meeting}: ${snippet?.runs.map(({ text }) => text).join('')}`);
}

test('[PB2] [PB3] [PB4] what can be chosen is shown with its words; comments are left out to begin with', async () => {
	await heldAndSealed();
	const { open, seal } = await opened();
	const choices = choicesOf(open, seal);
	expect(choices.closedParts).toHaveLength(1);
	expect(choices.items.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
	expect(choices.items[0]?.paragraphs.join(' ')).toContain('hòa thuận');
	expect(choices.clauses.map(({ title }) => title)).toEqual(['', 'I.1', 'II.2.d']);
	expect(choices.comments.map(({ id, paragraphs }) => [id, ...paragraphs])).toEqual([
		['k1', 'Góp ý sáng tỏ'],
		['k2', 'Góp ý nhạy cảm']
	]);
	expect(choices.people.map(({ id }) => id)).toContain('m03');
	expect(suggested(open)).toEqual({ ...NOTHING, comments: ['k1', 'k2'] });
	expect(JSON.stringify([choices, extractOf(open, NOTHING, seal)])).not.toMatch(/kín|Chỉ riêng/);
});

test('[PB3] what is left out is nowhere: not in what is kept, not in what it is found by, not in what is shown of it', async () => {
	await heldAndSealed();
	const left = {
		...NOTHING,
		items: ['a3'],
		clauses: ['c2'],
		comments: ['k2'],
		people: ['m03'],
		phrases: ['sáng tỏ']
	};
	const kept = await published(left);
	const [words] = await server.app.db.select().from(recordWords).where(eq(recordWords.clearance, 'model'));
	for (const all of [kept, JSON.stringify(words)]) {
		expect(all).toContain('hòa thuận');
		expect(all).not.toMatch(/m03|nhạy cảm|sáng tỏ|Mục a3|khoản c2|kín|Chỉ riêng/);
		expect(all).not.toMatch(/nhay cam|sang to/);
	}
	expect(await foundBy('hoa thuan', SISTER)).toEqual([
		expect.stringContaining('Chủ trì kết luận: […] giữ gìn hòa thuận.')
	]);
	for (const secret of ['m03', 'nhay cam', 'sang to', 'muc a3', 'khuyet diem kin'])
		expect(await foundBy(secret, SISTER), secret).toEqual([]);
	expect(JSON.parse(kept)).toMatchObject({
		extract: { leftOut: { closedParts: 1, items: 1, clauses: 1, names: 1 } }
	});
});

test('[PB2] [PR4] a question made of what somebody said a month before stands in the minutes, and in no extract', async () => {
	const questions = [
		{ id: 'remark-1', text: 'Đại biểu góp ý kỳ trước: Thời sự còn dài', item: 'a1', carried: true as const },
		{ id: 'q2', text: 'Vì sao mới đạt 62%?', item: 'a1' }
	];
	const next = setup({ id: 'next', preparation: { questions, committeeMeeting: null } });
	const words = { titles: { a1: 'Thảo luận' }, clauses: {}, resolutionTitle: 'về tháng này' };
	await createMeeting(server.app, 'm01', next, words);
	const does = (by: string, command: Command) => act(server, 'next', by, command);
	for (const who of ['m01', 'm02', 'm03']) await does(who, { type: 'attendance.check-in', method: 'self' });
	await does('m01', { type: 'meeting.open' });
	await does('m01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' });
	await does('m01', { type: 'floor.about', turn: 's1', question: 'remark-1' });
	await does('m03', { type: 'floor.end', turn: 's1' });
	await does('m01', { type: 'meeting.end' });
	await does('m01', { type: 'record.seal' });
	await until(async () => (await server.app.rooms.get('next'))?.meeting.seal?.kept != null);
	const { open, seal } = await opened('next');
	expect(JSON.stringify(open.record.documents.minutes)).toContain('Đại biểu góp ý kỳ trước: Thời sự còn dài');
	const said = JSON.stringify([extractOf(open, NOTHING, seal), choicesOf(open, seal)]);
	expect(said).not.toContain('Thời sự còn dài');
	expect(said).toContain('1. […]\\n2. Vì sao mới đạt 62%?');
	expect(said).toContain('phát biểu về “[…]”');
});

test('[PB1] read and found by the cells of the committee, wherever they stand in the tree now, and by nobody else', async () => {
	await heldAndSealed();
	await published(NOTHING);
	const { db } = server.app;
	expect(await sistersOf(db, 'cell')).toBe(1);
	expect(await foundBy('', SISTER)).toHaveLength(1);
	expect(await foundBy('', STRANGER)).toEqual([]);
	expect(await foundBy('', { cell: null, ids: ['m03'], committee: null })).toEqual([]);
	expect(await publishedFor(db, 'elsewhere', 'mtg')).toBeNull();
	expect(await publishedFor(db, null, 'mtg')).toBeNull();
	// Among records a model is no record, and the other way round.
	const asRecord = {
		models: false,
		inTitle: false,
		cell: null,
		month: null,
		type: null,
		model: false,
		page: 0
	};
	expect((await search(db, SISTER, { words: '', ...asRecord })).found).toEqual([]);
	await db.update(organisations).set({ parent: 'elsewhere' }).where(eq(organisations.id, 'cell'));
	expect(await foundBy('', SISTER)).toEqual([]);
	expect(await publishedFor(db, 'committee', 'mtg')).toBeNull();
	expect(await foundBy('', STRANGER)).toHaveLength(1);
});

test('[PB7] one at a time; taken back it is read and found by nobody, and who did both stays noted', async () => {
	await heldAndSealed();
	await published(NOTHING);
	const { db } = server.app;
	const { open, seal } = await opened();
	const again = { ...NOTHING, items: ['a1'] };
	expect(await publish(server.app, SECRETARY, extractOf(open, again, seal), again)).toBe(false);
	server.time.now += 5000;
	expect(await takeBack(server.app, { id: 'm02', name: 'Nguyễn Văn m02' }, 'mtg')).toBe(true);
	expect(await takeBack(server.app, SECRETARY, 'mtg')).toBe(false);
	expect(await publishedFor(db, 'committee', 'mtg')).toBeNull();
	expect(await foundBy('', SISTER)).toEqual([]);
	await published(again);
	expect(
		(await publicationsOf(db, 'mtg')).map(({ byName, withdrawnByName }) => [byName, withdrawnByName])
	).toEqual([
		['Nguyễn Văn m01', null],
		['Nguyễn Văn m01', 'Nguyễn Văn m02']
	]);
});

test('[PB8] it goes with the record, is found again where words are read in another way, and the chain holds', async () => {
	await heldAndSealed();
	await published(NOTHING);
	const { app } = server;
	await app.db.update(recordWords).set({ version: 0, passages: [] });
	const second = await server.sibling();
	await until(async () => (await foundBy('hoa thuan', SISTER)).some((found) => found.includes('hòa thuận')));
	await second.close();
	expect((await verifyDatabase(app.sql, { keys: null, checkpoints: [] })).findings).toEqual([]);
	await deleteRecord(app, { meeting: 'mtg', by: 'm01', reason: 'hết thời hạn lưu' });
	expect(await publishedFor(app.db, 'committee', 'mtg')).toBeNull();
	expect(await app.db.select().from(publications)).toEqual([]);
	expect(await foundBy('', SISTER)).toEqual([]);
	expect((await verifyDatabase(app.sql, { keys: null, checkpoints: [] })).findings).toEqual([]);
});
