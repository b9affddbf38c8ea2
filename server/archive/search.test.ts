import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import { setup, START } from '../../tests/support/meeting.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { organisations, records, recordWords } from '../db/tables.ts';
import { createMeeting } from '../meetings/create.ts';
import { deleteRecord } from '../seals/delete.ts';
import { choices, search, type Reader, type Results, type Wanted } from './search.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

interface Words {
	readonly items?: Readonly<Record<string, string>>;
	readonly clause?: string;
	readonly title?: string;
	readonly conclusion?: string;
}

const DAY = 86_400_000;

/** A meeting that was opened, concluded and ended, and whose record is kept. */
async function held(id: string, change: Partial<Setup>, words: Words = {}): Promise<void> {
	const { app, time } = server;
	const made = setup({ id, ...change });
	await app.db
		.insert(organisations)
		.values({ id: made.cell.id, kind: 'cell', name: made.cell.name })
		.onConflictDoNothing();
	await createMeeting(app, 'm01', made, {
		titles: words.items ?? {},
		clauses: { c1: words.clause ?? 'Nội dung khoản một.' },
		resolutionTitle: words.title ?? 'về tháng này'
	});
	time.now = made.plannedStart;
	for (const by of ['m01', 'm02', 'm03'])
		await act(server, id, by, { type: 'attendance.check-in', method: 'self' });
	await act(server, id, 'm01', { type: 'meeting.open' });
	if (words.conclusion)
		await act(server, id, 'm01', { type: 'item.conclude', item: 'a1', text: words.conclusion });
	await act(server, id, 'm01', { type: 'meeting.end' });
	await kept(id);
}

async function kept(id: string): Promise<void> {
	const rows = () => server.app.db.select().from(recordWords).where(eq(recordWords.meeting, id));
	await until(async () => (await rows()).length > 0);
}

const OF_CELL: Reader = { cell: 'cell', ids: ['m05'], committee: null };
const STRANGER: Reader = { cell: null, ids: ['nobody'], committee: null };

function find(words: string, reader: Reader = OF_CELL, change: Partial<Wanted> = {}): Promise<Results> {
	const all = { models: false, inTitle: false, cell: null, month: null, type: null, model: false, page: 0 };
	return search(server.app.db, reader, { words, ...all, ...change });
}

async function foundBy(words: string, reader?: Reader, change?: Partial<Wanted>): Promise<string[]> {
	return (await find(words, reader, change)).found.map(({ meeting }) => meeting);
}

test('[AV2] tones, đ and where a tone stands make no difference', async () => {
	await held('one', {}, { conclusion: 'Toàn đảng viên giữ gìn hòa thuận, thi hành nghị quyết.' });
	for (const words of ['nghi quyet', 'NGHỊ QUYẾT', 'hoà', 'hòa', 'hoa thuan', 'dang vien', 'đảng viên'])
		expect(await foundBy(words), words).toEqual(['one']);
	expect(await foundBy('hoan')).toEqual([]);
	expect(await foundBy('hòa bình')).toEqual([]);
});

test('[AV2] what is typed is words, never a query', async () => {
	await held('one', {}, { conclusion: 'Giữ gìn hòa thuận.' });
	for (const words of ['hoa & !thuan | x:*', "' or 1=1 --", '<->', '\\', '🙂'])
		expect(await foundBy(words), words).toEqual([]);
	expect(await foundBy('  (hoa)  ')).toEqual(['one']);
});

test('[AV3] title before resolution before minutes, together before apart, else the newest first', async () => {
	const at = (days: number) => ({ plannedStart: START + days * DAY });
	await held('minutes', at(4), { conclusion: 'Cống thoát nước. '.repeat(30) });
	await held('apart', at(5), { conclusion: 'Làm cống mới cho dân thoát cảnh ngập vì mưa và nước lớn.' });
	await held('resolution', at(3), { clause: 'Xây cống thoát nước ở ngõ 12.' });
	await held('title', { ...at(1), type: 'thematic', topic: 'Cống thoát nước của tổ dân phố' });
	await held('newer', at(6), { clause: 'Xây cống thoát nước ở ngõ 12.' });
	expect(await foundBy('cong thoat nuoc')).toEqual(['title', 'newer', 'resolution', 'minutes', 'apart']);
	expect(await foundBy('cong thoat nuoc', OF_CELL, { inTitle: true })).toEqual(['title']);
});

test('[AV1] a cell’s people and observers who came find its records, nobody else does', async () => {
	await held('one', {}, { conclusion: 'Hòa thuận.' });
	expect(await foundBy('hoa thuan', STRANGER)).toEqual([]);
	expect(await foundBy('', STRANGER)).toEqual([]);
	expect(await foundBy('', { cell: null, ids: [], committee: null })).toEqual([]);
	expect(await foundBy('', { cell: 'other', ids: ['x9'], committee: null })).toEqual([]);
	expect(await foundBy('', { cell: null, ids: ['o1'], committee: null })).toEqual([]);
	expect(await foundBy('', { cell: 'cell', ids: [], committee: null })).toEqual(['one']);
	// Who was a member of the meeting and has left the cell since.
	expect(await foundBy('', { cell: null, ids: ['m03'], committee: null })).toEqual(['one']);
});

test('[AV4] what was said while it was closed is found by who was inside, and by nobody who was outside', async () => {
	await act(server, 'mtg', 'm01', { type: 'attendance.check-in', method: 'self' });
	for (const who of ['o1', 'o2']) await act(server, 'mtg', who, { type: 'observer.join' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'm01', { type: 'item.conclude', item: 'a1', text: 'Chuyện công khai ngoài sân.' });
	await act(server, 'mtg', 'm01', { type: 'closed.begin', keepOut: ['o1'] });
	await act(server, 'mtg', 'm01', { type: 'item.start', item: 'a2' });
	await act(server, 'mtg', 'm01', {
		type: 'item.conclude',
		item: 'a2',
		text: 'Khuyết điểm kín của một đồng chí.'
	});
	await act(server, 'mtg', 'm01', { type: 'closed.end' });
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await kept('mtg');
	const outside: Reader = { cell: null, ids: ['o1'], committee: null };
	expect(await foundBy('khuyet diem kin', { cell: null, ids: ['o2'], committee: null })).toEqual(['mtg']);
	expect(await foundBy('khuyet diem kin', OF_CELL)).toEqual(['mtg']);
	expect(await foundBy('khuyet diem kin', outside)).toEqual([]);
	// One of the cell by now, who waited outside then.
	expect(await foundBy('khuyet diem kin', { cell: 'cell', ids: ['o1'], committee: null })).toEqual([]);
	expect(await foundBy('chuyen cong khai', { cell: 'cell', ids: ['o1'], committee: null })).toEqual(['mtg']);
	expect(await foundBy('chuyen cong khai', outside)).toEqual(['mtg']);
	expect(await foundBy('chuyen cong khai', OF_CELL)).toEqual(['mtg']);
	const [row] = await server.app.db.select().from(recordWords).where(eq(recordWords.clearance, 'public'));
	expect(JSON.stringify(row)).not.toMatch(/kín|khuyet/i);
});

test('[AV5] comments, reasons of leave and opinions that were only prepared are found by nobody', async () => {
	await act(server, 'mtg', 'm04', {
		type: 'leave.request',
		kind: 'absent',
		reason: { code: 'sick', text: 'Phẫu thuật' }
	});
	await act(server, 'mtg', 'm01', { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	await act(server, 'mtg', 'm03', {
		type: 'comment.post',
		ref: 'k1',
		on: { kind: 'item', ref: 'a1' },
		text: 'Lời riêng tư'
	});
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });
	await kept('mtg');
	expect(await foundBy('')).toEqual(['mtg']);
	for (const words of ['phau thuat', 'loi rieng tu']) expect(await foundBy(words)).toEqual([]);
});

test('[AV2] by cell, month, type and model; and what there is to choose between', async () => {
	await held('november', { model: true });
	await held('december', {
		month: '2026-12',
		plannedStart: START + 30 * DAY,
		type: 'thematic',
		topic: 'Chuyển đổi số',
		model: false
	});
	await held('other', { cell: { id: 'c2', name: 'Chi bộ Khác', upper: 'Đảng ủy phường' } });
	const both: Reader = { cell: null, ids: ['m03'], committee: null };
	expect(await foundBy('', both, { month: '2026-12' })).toEqual(['december']);
	expect(await foundBy('', both, { type: 'thematic' })).toEqual(['december']);
	expect(await foundBy('', both, { cell: 'c2' })).toEqual(['other']);
	expect(await foundBy('', both, { model: true, cell: 'cell' })).toEqual(['november']);
	expect(await choices(server.app.db, both)).toEqual({
		cells: [
			{ id: 'c2', name: 'Chi bộ Khác' },
			{ id: 'cell', name: 'Chi bộ Tổ dân phố 2' }
		],
		months: ['2026-12', '2026-11']
	});
	expect(await choices(server.app.db, STRANGER)).toEqual({ cells: [], months: [] });
});

test('[AV6] what was found is shown with its words marked', async () => {
	await held('one', {}, { conclusion: 'Đồng chí Bí thư kết luận: giữ gìn hòa thuận trong tổ.' });
	const { found } = await find('hoà thuận');
	expect(found[0]?.snippet?.runs.filter((run) => run.found).map(({ text }) => text)).toEqual([
		'hòa',
		'thuận'
	]);
	expect((await find('')).found[0]?.snippet).toBeNull();
});

test('names of members and of observers who came are found', async () => {
	await held('one', {});
	expect(await foundBy('nguyễn văn m03')).toEqual(['one']);
	expect(await foundBy('trần thị o1')).toEqual([]);
});

test('records of an older release are found after the next start, and again where the way of reading changed', async () => {
	await held('one', {}, { conclusion: 'Hòa thuận.' });
	await server.app.db.update(recordWords).set({ version: 0, passages: [] });
	const second = await server.sibling();
	await until(async () => (await find('hoa thuan')).found[0]?.snippet !== null);
	await second.close();
	await server.app.db.delete(recordWords);
	const third = await server.sibling();
	await until(async () => (await find('hoa thuan')).found.length === 1);
	await third.close();
});

test('what comes after the end is found as well, and a deleted record by nobody', async () => {
	await held('one', {}, { conclusion: 'Hòa thuận.' });
	await act(server, 'one', 'm01', { type: 'record.seal' });
	await until(async () => {
		const [row] = await server.app.db.select().from(records).where(eq(records.meeting, 'one'));
		const [words] = await server.app.db.select().from(recordWords).where(eq(recordWords.meeting, 'one'));
		return row?.sealedAt !== null && row?.seq === words?.seq;
	});
	expect(await foundBy('hoa thuan')).toEqual(['one']);
	await deleteRecord(server.app, { meeting: 'one', by: 'm01', reason: 'hết thời hạn lưu' });
	expect(await foundBy('hoa thuan')).toEqual([]);
	expect(await server.app.db.select().from(recordWords)).toEqual([]);
});

test('pages of a dozen, of all and of what was found', async () => {
	await held('one', {}, { conclusion: 'Hòa thuận.' });
	const [row] = await server.app.db.select().from(recordWords);
	if (!row) throw new Error('nothing was kept');
	const more = Array.from({ length: 19 }, (_, n) => ({
		...row,
		meeting: `m-${String(n).padStart(2, '0')}`,
		endedAt: row.endedAt - n
	}));
	await server.app.db.insert(recordWords).values(more);
	for (const words of ['', 'hoa thuan']) {
		const [first, second] = [await find(words), await find(words, OF_CELL, { page: 1 })];
		expect([first.found.length, first.hasMore, second.found.length, second.hasMore]).toEqual([
			12,
			true,
			8,
			false
		]);
		expect(new Set([...first.found, ...second.found].map(({ meeting }) => meeting)).size).toBe(20);
	}
});
