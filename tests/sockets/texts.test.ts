import { afterEach, expect, test } from 'vitest';
import { readBy } from '../../server/pages/reading.ts';
import { woven } from '../../src/lib/documents/woven.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { factWords } from '../../src/lib/meeting/fact-words.ts';
import { Client, startServer, until } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function hall() {
	const server = await startServer();
	endings.push(() => server.close());
	const writer = new Writer(server.port, await server.cookie('m03'), 'minutes', 'a1');
	endings.push(() => writer.close());
	await until(() => writer.synced);
	const page = new Client(server, await server.cookie('m04'), 'mtg', { withTexts: true });
	endings.push(() => page.close());
	await until(() => told(page, 'c1') !== undefined);
	const present = new Client(server, await server.cookie('o1'), 'mtg');
	endings.push(() => present.close());
	await present.ready();
	return { server, writer, page, present };
}

const told = (page: Client, block: string) => page.texts.findLast((text) => text.block === block)?.text;

test('a page is told what changed between its making and its connection', async () => {
	const { page } = await hall();
	expect(told(page, 'c1')).toBe('Nội dung khoản c1.');
});

test('a page that comes back is told the words that changed meanwhile, and no others', async () => {
	const { writer, page, present } = await hall();
	writer.type('trước khi mất mạng');
	await until(() => told(page, 'a1') === 'trước khi mất mạng');
	page.socket.disconnect();
	const before = page.texts.length;
	writer.type(', và sau đó');
	await until(() => told(present, 'a1') === 'trước khi mất mạng, và sau đó');
	page.socket.connect();
	await until(() => told(page, 'a1') === 'trước khi mất mạng, và sau đó');
	expect(page.texts.slice(before).map(({ document, block }) => `${document}/${block}`)).toEqual([
		'minutes/a1'
	]);
});

test('a page that says nothing of its words is told only what changes from now on', async () => {
	const { writer, present } = await hall();
	writer.type('một câu');
	await until(() => told(present, 'a1') === 'một câu');
	expect(present.texts.map(({ block }) => block)).toEqual(['a1']);
});

/** Opened, a speech held in `a1`, a task of clause `c1` assigned, and another while the session was closed. */
async function facts() {
	const { server, page } = await hall();
	const { app } = server;
	const room = await app.rooms.get('mtg');
	if (!room) throw new Error('no room');
	let made = 0;
	const act = async (by: string, command: Command) => {
		const answer = await room.submit({ account: by, person: by, wallOf: null }, `f-${(made += 1)}`, command);
		if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
	};
	const assign = (ref: string): Command => ({
		type: 'task.assign',
		ref,
		task: `Việc ${ref}`,
		owner: 'm03',
		deadline: '2026-11-30',
		clause: 'c1'
	});
	const check = { type: 'attendance.check-in', method: 'self' } as const;
	for (const by of ['m01', 'm02', 'm03']) await act(by, check);
	await act('o1', { type: 'observer.join' });
	await act('m01', { type: 'meeting.open' });
	await act('m01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' });
	server.time.now += 60_000;
	await act('m03', { type: 'floor.end', turn: 's1' });
	await act('m01', assign('t1'));
	await act('m01', { type: 'closed.begin', keepOut: ['o1'] });
	await act('m01', assign('t2'));
	await act('m01', { type: 'closed.end' });
	const read = async (person: string, name: 'minutes' | 'resolution', block: string) => {
		const document = await app.documents.open('mtg', name);
		if (!document) throw new Error(name);
		const blocks = readBy({ room, viewer: { person, device: '' } }, name, document);
		return blocks.find((each) => each.block === block)?.text;
	};
	return { room, page, act, read };
}

test('a page is told where facts stand, and reads them as the editor shows them', async () => {
	const { room, page } = await facts();
	const written = () => page.texts.findLast(({ block }) => block === 'a1');
	await until(() => written()?.facts?.length === 4);
	const { text = '', facts: places = [] } = written() ?? {};
	expect(text).toBe('');
	expect(woven(text, places, (kind, ref) => factWords(room.meeting, kind, ref)).split('\n')).toEqual([
		'Thời gian: từ 19 giờ 30 phút. Phụ trách: đồng chí Nguyễn Văn m01.',
		'Đồng chí Nguyễn Văn m03 phát biểu (1 phút).',
		'Giao nhiệm vụ (thực hiện điểm I.1 của nghị quyết): Việc t1; đồng chí Nguyễn Văn m03 chủ trì; hoàn thành chậm nhất ngày 30/11/2026.',
		expect.stringMatching(/^Chi bộ họp nội bộ/)
	]);
	expect(page.texts.findLast(({ block }) => block === 'c1')).toMatchObject({
		text: 'Nội dung khoản c1.',
		facts: [{ at: 18, kind: 'clause-tasks', ref: 'c1' }]
	});
});

test('a text that is asked for reads with its facts, and a corrected fact corrects it', async () => {
	const { act, read } = await facts();
	expect(await read('m02', 'minutes', 'opening')).toContain('thuộc diện triệu tập 6; có mặt 3 (50%)');
	await act('m02', { type: 'attendance.check-in', for: 'm05', method: 'desk' });
	expect(await read('m02', 'minutes', 'opening')).toContain('thuộc diện triệu tập 6; có mặt 4 (66,7%)');
	expect(await read('m02', 'resolution', 'c1')).toMatch(
		/^Nội dung khoản c1\.\nPhân công: \(1\) Việc t1: .* \(2\) Việc t2: /
	);
});

test('who waited outside reads nothing of what was assigned inside', async () => {
	const { read } = await facts();
	expect(await read('o1', 'resolution', 'c1')).toMatch(/^Nội dung khoản c1\.\nPhân công: đồng chí /);
	expect(await read('o1', 'resolution', 'c1')).not.toContain('t2');
});
