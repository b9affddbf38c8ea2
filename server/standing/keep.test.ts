import { afterAll, beforeAll, expect, test } from 'vitest';
import { START } from '../../tests/support/meeting.ts';
import { startServer, type TestServer } from '../../tests/support/server.ts';
import type { Content } from '../../src/lib/standing/standing.ts';
import { planMeeting } from '../meetings/plan.ts';
import { addBlock, changeBlock, standingOn, versionsOf } from './keep.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const sentence: Content = {
	kind: 'sentence',
	title: 'Nhất trí',
	text: '100% đảng viên nhất trí.',
	number: null,
	issuedOn: null,
	issuer: null,
	minutes: null
};
const item: Content = { ...sentence, kind: 'item', title: 'Đọc báo Đảng', text: '', minutes: 7 };

test('[ST3] a change is a new version, the old one stays, and an end is a day', async () => {
	const { app } = server;
	const block = await addBlock(app, 'm01', 'cell', sentence, '2026-01-01');
	expect(
		await changeBlock(app, 'm02', 'cell', block, {
			text: 'Chi bộ nhất trí.',
			from: '2026-06-01',
			isEnd: false
		})
	).toBe(true);
	expect(await changeBlock(app, 'm02', 'cell', block, { from: '2026-09-01', isEnd: true })).toBe(true);
	const texts = async (day: string) => (await standingOn(app, 'cell', day)).map(({ text }) => text);
	expect(await texts('2025-12-31')).toEqual([]);
	expect(await texts('2026-05-31')).toEqual(['100% đảng viên nhất trí.']);
	expect(await texts('2026-06-01')).toEqual(['Chi bộ nhất trí.']);
	expect(await texts('2026-09-01')).toEqual([]);
	expect(await versionsOf(app, 'cell')).toHaveLength(3);
});

test('[ST1] one cell has no hand in the blocks of another', async () => {
	const { app } = server;
	const block = await addBlock(app, 'm01', 'cell', { ...sentence, title: 'Riêng' }, '2027-01-01');
	expect(await changeBlock(app, 'x', 'other', block, { from: '2027-01-01', isEnd: true })).toBe(false);
	expect(await versionsOf(app, 'other')).toEqual([]);
});

test('[ST5] a standing item is in the agenda of regular and combined meetings while it is in force', async () => {
	const { app } = server;
	const block = await addBlock(app, 'm01', 'cell', item, '2026-01-01');
	const made = async (type: 'regular' | 'thematic' | 'combined', later: number) => {
		const cell = { id: 'cell', name: 'Chi bộ', upper: 'Đảng ủy' } as Parameters<typeof planMeeting>[2];
		const id = await planMeeting(app, 'm01', cell, {
			type,
			model: false,
			topic: type === 'regular' ? null : 'chuyên đề',
			plannedStart: START + later,
			place: 'Nhà văn hóa',
			chair: 'm01',
			facilitator: null,
			speakLimitSeconds: null,
			onlineCounts: false,
			access: 'together',
			ruleProfile: 'hd42-2025'
		});
		const { items } = (await app.rooms.get(id))?.meeting.agenda ?? { items: [] };
		const at = items.findIndex(({ code }) => code === null);
		const title = (await app.documents.open(id, 'agenda'))?.text(items[at]?.id ?? '');
		return at < 0 ? null : { title, minutes: items[at]?.minutes, next: items[at + 1]?.phase };
	};
	const stands = { title: 'Đọc báo Đảng', minutes: 7, next: 'closing' };
	expect([await made('regular', 0), await made('combined', 0), await made('thematic', 0)]).toEqual([
		stands,
		stands,
		null
	]);
	await changeBlock(app, 'm01', 'cell', block, { from: '2026-12-01', isEnd: true });
	expect(await made('regular', 40 * 86_400_000)).toBeNull();
});
