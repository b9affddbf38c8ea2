import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { START } from '../../tests/support/meeting.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { records } from '../db/tables.ts';
import { attemptsSince, buildRecord } from './build.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

let made = 0;

/** At this many seconds after the planned start. */
async function act(second: number, by: string, command: Command): Promise<void> {
	server.time.now = START + second * 1000;
	const room = await server.app.rooms.get('mtg');
	const answer = await room?.submit({ account: by, person: by, wallOf: null }, `t-${(made += 1)}`, command);
	if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
}

async function hold(): Promise<void> {
	for (const by of ['m01', 'm02', 'm03']) await act(-60, by, { type: 'attendance.check-in', method: 'self' });
	await act(-50, 'm04', {
		type: 'leave.request',
		kind: 'absent',
		reason: { code: 'sick', text: 'nằm viện' }
	});
	await act(0, 'm01', { type: 'meeting.open' });
	await act(10, 'm01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' });
	await act(75, 'm03', { type: 'floor.end', turn: 's1' });
	await act(80, 'm03', {
		type: 'comment.post',
		ref: 'k1',
		on: { kind: 'item', ref: 'a1' },
		text: 'Giữ lại <b>đậm</b>'
	});
	await act(81, 'm03', {
		type: 'comment.post',
		ref: 'k2',
		on: { kind: 'item', ref: 'a1' },
		text: 'Lời sẽ rút'
	});
	await act(82, 'm03', { type: 'comment.withdraw', comment: 'k2' });
	await act(83, 'm03', { type: 'opinion.send', ref: 'w1', text: 'Ý kiến sẽ rút' });
	await act(84, 'm03', { type: 'opinion.withdraw', opinion: 'w1' });
	await act(85, 'm01', { type: 'access.preset', preset: 'chaired' });
	await act(90, 'm01', { type: 'clause.add', ref: 'c9', after: 'c2', text: 'Khoản <script>thêm</script>' });
	await act(120, 'm01', { type: 'item.start', item: 'a2' });
}

async function adopt(): Promise<void> {
	await act(130, 'm01', {
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'resolution' }
	});
	await act(131, 'm01', { type: 'vote.open', vote: 'v1' });
	await act(132, 'm01', { type: 'hands.count', vote: 'v1', counts: { for: 2, against: 0, abstain: 0 } });
	await act(133, 'm01', { type: 'vote.close', vote: 'v1' });
}

async function recorded(): Promise<MeetingRecord> {
	const stored = await server.app.records.of('mtg');
	if (!stored) throw new Error('no record');
	expect(createHash('sha256').update(stored.canonical).digest('hex')).toBe(stored.sha256);
	return JSON.parse(stored.canonical) as MeetingRecord;
}

test('a meeting that has not ended has no record, nor has one that does not exist', async () => {
	await hold();
	expect(await server.app.records.of('mtg')).toBeNull();
	expect(await server.app.records.of('nobody')).toBeNull();
});

test('the end makes one record of everything: people, roll, times, floor, access, comments, texts, events, figures', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	await until(async () => (await server.app.db.select().from(records)).length === 1);
	const record = await recorded();
	expect(record.people.map(({ id }) => id)).toEqual(['m01', 'm02', 'm03', 'm04', 'm05', 'p1', 'o1', 'o2']);
	expect(record.attendance.find(({ person }) => person === 'm03')).toMatchObject({
		state: 'present',
		stays: [{ from: START - 60_000, to: null, method: 'self', enteredBy: 'm03' }]
	});
	expect(record.attendance.find(({ person }) => person === 'm04')?.leaves[0]?.reason.text).toBe('nằm viện');
	expect(record.items.map(({ id, title, seconds }) => [id, title, seconds])).toEqual([
		['a1', 'Mục a1', 120],
		['a2', 'Mục a2', 180],
		['a3', 'Mục a3', 0]
	]);
	expect(record.floor.turns.map(({ id, seconds }) => [id, seconds])).toEqual([['s1', 65]]);
	expect(record.access).toMatchObject({
		preset: 'chaired',
		changes: [{ by: 'm01', type: 'access.preset-chosen' }]
	});
	expect(record.comments.map(({ text, status }) => [text, status])).toEqual([
		['Giữ lại <b>đậm</b>', 'open'],
		['', 'withdrawn']
	]);
	expect(JSON.stringify(record)).not.toMatch(/Lời sẽ rút|Ý kiến sẽ rút/);
	expect(record.events).toHaveLength(record.seq);
	expect(record.events.at(-1)?.type).toBe('meeting.ended');
	expect(record.figures.speaking).toMatchObject({ turns: 1, totalSeconds: 65, speakers: 1 });
	expect(record.setup.rules.profile).toBe('hd42-2025');
});

test('each text stands there as structure, words, HTML and Yjs state, under the hash that the state page gave', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	const { documents } = await recorded();
	const open = await server.app.documents.open('mtg', 'resolution');
	expect(documents.resolution.sha256).toBe(open?.sha256(['title', 'c1', 'c2', 'c9']));
	expect(documents.resolution.blocks.map(({ id, label, text }) => [id, label, text])).toEqual([
		['title', null, 'về nhiệm vụ tháng 11'],
		['c1', 'I.1', 'Nội dung khoản c1.'],
		['c2', 'II.2.d', 'Nội dung khoản c2.'],
		['c9', 'II.2.đ', 'Khoản <script>thêm</script>']
	]);
	expect(documents.resolution.blocks[3]?.html).toBe('<p>Khoản &lt;script&gt;thêm&lt;/script&gt;</p>');
	const opening = documents.minutes.blocks.find(({ id }) => id === 'opening');
	expect(opening?.html).toContain('thuộc diện triệu tập 6; có mặt 3 (50%)');
	const first = documents.minutes.blocks.find(({ id }) => id === 'a1');
	expect(first).toMatchObject({
		label: '1',
		title: 'Mục a1',
		content: [
			{ type: 'fact', attrs: { kind: 'item', ref: 'a1' } },
			{ type: 'fact', attrs: { kind: 'speech', ref: 's1' } }
		]
	});
	expect(first?.html).toContain('phát biểu (1 phút)');
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Buffer.from(documents.resolution.state, 'base64'));
	expect(doc.getXmlFragment('c1').toString()).toContain('Nội dung khoản c1.');
});

test('[SE3] what happens after the end is in the record, and changes no figure of the meeting', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	const before = await recorded();
	await act(400, 'm03', { type: 'attendance.leave' });
	const after = await recorded();
	expect(after.seq).toBe(before.seq + 1);
	expect(after.events.at(-1)).toMatchObject({ type: 'attendance.left', by: 'm03' });
	expect(after.figures).toEqual(before.figures);
	expect(after.documents).toEqual(before.documents);
	expect(after.sealed).toBeNull();
});

test('[SE3] at the seal it is closed: nothing changes it, and whoever makes it makes the same', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	await act(400, 'm01', { type: 'record.seal' });
	const before = await server.app.records.of('mtg');
	expect(before?.sealedAt).toBe(START + 400_000);
	await expect(act(500, 'm03', { type: 'attendance.leave' })).rejects.toThrow('sealed');
	expect(await server.app.records.of('mtg')).toEqual(before);
	const again = await buildRecord(server.app.log, 'mtg');
	expect(again).toEqual(JSON.parse(before?.canonical ?? ''));
	expect(again?.sealed).toEqual({ at: START + 400_000, by: 'm01' });
});

test('[SE2] what was tried after the seal is noted beside it', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	await act(400, 'm01', { type: 'record.seal' });
	const sealed = await recorded();
	await expect(act(500, 'm03', { type: 'attendance.leave' })).rejects.toThrow('sealed');
	const attempts = await attemptsSince(server.app.log, 'mtg', sealed.seq);
	expect(attempts).toMatchObject([{ by: 'm03', do: 'attendance.leave', code: 'sealed' }]);
});

test('a record that a crash prevented is made at the next start', async () => {
	await hold();
	await act(300, 'm01', { type: 'meeting.end' });
	const before = await server.app.records.of('mtg');
	await server.app.records.close();
	await server.app.db.delete(records);
	const next = await server.sibling();
	await until(async () => (await next.app.db.select().from(records)).length === 1);
	expect(await next.app.records.of('mtg')).toEqual(before);
	await next.close();
});

test('a vote on the resolution carries the hash of the words when it was put', async () => {
	await hold();
	await adopt();
	// It fell, so the text may go on changing; what was voted on stays what it was.
	await act(140, 'm01', { type: 'clause.add', ref: 'c10', after: 'c9', text: 'Thêm sau khi biểu quyết' });
	await act(300, 'm01', { type: 'meeting.end' });
	const { figures } = await recorded();
	const lines = 'I.1\tNội dung khoản c1.\nII.2.d\tNội dung khoản c2.\nII.2.đ\tKhoản <script>thêm</script>\n';
	expect(figures.votes['v1']).toMatchObject({
		base: 5,
		present: 3,
		passed: false,
		textSha256: createHash('sha256').update(lines).digest('hex')
	});
	expect(figures.resolution).toMatchObject({
		adopted: false,
		clauses: [{ id: 'I.1' }, { id: 'II.2.d' }, { id: 'II.2.đ' }, { id: 'II.2.e' }]
	});
});
