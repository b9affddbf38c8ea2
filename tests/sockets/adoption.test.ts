/** The minutes are put to the vote while people type in them, adopted, added to, and read from the record. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { meetings } from '../../server/db/tables.ts';
import { askedOf, sign } from '../../server/pages/sign.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { START } from '../support/meeting.ts';
import { startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

/** A hall in which three are checked in and the first item runs. */
async function hall() {
	const server = await startServer();
	endings.push(() => server.close());
	let made = 0;
	const act = async (second: number, by: string, command: Command) => {
		server.time.now = START + second * 1000;
		const room = await server.app.rooms.get('mtg');
		const answer = await room?.submit({ account: by, person: by, wallOf: null }, `a-${(made += 1)}`, command);
		if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
	};
	for (const by of ['m01', 'm02', 'm03']) await act(-60, by, { type: 'attendance.check-in', method: 'self' });
	await act(0, 'm01', { type: 'meeting.open' });
	return { server, act, writer: (person: string) => writerOf(server, person) };
}

async function writerOf(server: TestServer, person: string): Promise<Writer> {
	const writer = new Writer(server.port, await server.cookie(person), 'minutes', 'a1');
	endings.push(() => writer.close());
	await until(() => writer.synced);
	return writer;
}

const put: Command = {
	type: 'vote.put',
	ref: 'v1',
	title: 'Thông qua biên bản',
	ballot: 'hands',
	threshold: 'majority',
	subject: { kind: 'minutes' }
};

async function minutesNow({ app }: TestServer): Promise<string> {
	return (await app.documents.open('mtg', 'minutes'))?.text('a1') ?? '';
}

test('[AD1] from the put on no socket’s words are taken, and a question taken back thaws them', async () => {
	const { server, act, writer } = await hall();
	const an = await writer('m03');
	an.type('trước');
	await until(() => an.isSaved);
	const refused = new Promise<number | undefined>((resolve) =>
		an.provider.once('connection-close', (event: CloseEvent | null) => resolve(event?.code))
	);
	await act(60, 'm01', put);
	an.type(' không được');
	expect(await refused).toBe(4403);
	expect(await minutesNow(server)).toBe('trước');
	await act(70, 'm01', { type: 'vote.cancel', vote: 'v1' });
	const binh = await writer('m02');
	binh.type(' sau');
	await until(() => binh.isSaved);
	expect(await minutesNow(server)).toBe('trước sau');
});

test('[AD2] [AD3] [AD4] the record has the adopted words, and what was added and corrected after them', async () => {
	const { server, act, writer } = await hall();
	const taker = await writer('m02');
	taker.type('Chi bộ thảo luận.');
	await until(() => taker.isSaved);
	await act(30, 'm01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' });
	await act(90, 'm03', { type: 'floor.end', turn: 's1' });
	await act(100, 'm01', put);
	const { documents } = server.app;
	const whenPut = await documents.open('mtg', 'minutes');
	const seq = whenPut?.seq;
	await act(101, 'm01', { type: 'vote.open', vote: 'v1' });
	await act(102, 'm01', { type: 'hands.count', vote: 'v1', counts: { for: 3, against: 0, abstain: 0 } });
	await act(103, 'm01', { type: 'vote.close', vote: 'v1' });
	await act(110, 'm02', { type: 'minutes.write', ref: 'n1', text: 'Kết thúc lúc 21 giờ.' });
	expect(await minutesNow(server)).toContain('Kết thúc lúc 21 giờ.');
	await act(115, 'm02', {
		type: 'minutes.correct',
		note: 'n1',
		find: '21 giờ',
		replace: '21 giờ 05',
		reason: 'ghi nhầm giờ'
	});
	await act(120, 'm01', { type: 'meeting.end' });
	const stored = await server.app.records.of('mtg');
	const { adopted, documents: texts } = JSON.parse(stored?.canonical ?? '{}') as MeetingRecord;
	const words = adopted?.sections.find(({ id }) => id === 'a1');
	expect(words).toMatchObject({
		id: 'a1',
		label: '1',
		title: 'Mục a1',
		text: 'Chi bộ thảo luận.\nThời gian: từ 19 giờ 30 phút. Phụ trách: đồng chí Nguyễn Văn m01.\nĐồng chí Nguyễn Văn m03 phát biểu (1 phút).'
	});
	// As it was laid out it says the same: what the item came to is left open, for it still ran (OF11).
	expect(
		words?.content.map(({ type, content = [], said }) => said ?? `${type}: ${content[0]?.text}`)
	).toEqual([
		'paragraph: Chi bộ thảo luận.',
		{
			words: 'Thời gian: từ 19 giờ 30 phút. Phụ trách: đồng chí Nguyễn Văn m01.',
			table: null,
			isPlace: true
		},
		{ words: 'Đồng chí Nguyễn Văn m03 phát biểu (1 phút).', table: null, isPlace: false }
	]);
	const lines = adopted?.sections.map(({ id, text }) => `${id}\t${text}\n`).join('') ?? '';
	expect(adopted).toMatchObject({
		vote: 'v1',
		at: START + 103_000,
		putAt: START + 100_000,
		version: { seq },
		sha256: createHash('sha256').update(lines.normalize('NFC')).digest('hex'),
		later: [
			{ kind: 'fact', section: 'a1', fact: 'vote', ref: 'v1' },
			{ kind: 'note', section: 'a1', note: 'n1', at: START + 110_000, by: 'm02' },
			{
				kind: 'correction',
				note: 'n1',
				at: START + 115_000,
				by: 'm02',
				find: '21 giờ',
				replace: '21 giờ 05',
				reason: 'ghi nhầm giờ'
			}
		]
	});
	expect(texts.minutes.blocks.find(({ id }) => id === 'a1')?.text).toBe(
		'Chi bộ thảo luận.\nKết thúc lúc 21 giờ 05.'
	);
});

test('a meeting whose minutes were not adopted has no adopted words', async () => {
	const { server, act } = await hall();
	await act(60, 'm01', put);
	await act(61, 'm01', { type: 'vote.cancel', vote: 'v1' });
	await act(120, 'm01', { type: 'meeting.end' });
	const stored = await server.app.records.of('mtg');
	expect(JSON.parse(stored?.canonical ?? '{}')).toMatchObject({ adopted: null });
});

test('[AD10] a signature needs the account’s password, typed again, and keeps none of it', async () => {
	const { server, act } = await hall();
	const { app } = server;
	await act(100, 'm01', put);
	await act(101, 'm01', { type: 'vote.open', vote: 'v1' });
	await act(102, 'm01', { type: 'hands.count', vote: 'v1', counts: { for: 3, against: 0, abstain: 0 } });
	await act(103, 'm01', { type: 'vote.close', vote: 'v1' });
	const password = 'mật khẩu của bí thư';
	const account = await app.auth.createStaff({ login: 'bithu', password, person: 'm01', isAdmin: false });
	const room = await app.rooms.get('mtg');
	const session = await app.auth.principal((await app.auth.issueSession(account)).header.split(';')[0]);
	if (!room || !session) throw new Error('no room or session');
	const signer = { room, person: 'm01', principal: session.principal, address: '127.0.0.1' };
	expect(askedOf(session.principal, room)).toBe('password');
	expect(await sign(app, signer, 'mật khẩu khác')).toEqual({ ok: false, code: 'wrong' });
	expect(room.meeting.adoption.signatures).toEqual([]);
	expect(await sign(app, signer, password)).toEqual({ ok: true });
	expect(room.meeting.adoption.signatures).toMatchObject([{ role: 'chair', person: 'm01' }]);
	expect(await sign(app, signer, password)).toEqual({ ok: false, code: 'already-signed' });
	expect(JSON.stringify(room.since(0))).not.toContain('mật khẩu');
});

test('[AD10] a personal device signs with what the wall shows, until the end', async () => {
	const { server, act } = await hall();
	const { app } = server;
	await act(50, 'm01', { type: 'minutes.appoint', to: 'm03' });
	await act(100, 'm01', put);
	await act(101, 'm01', { type: 'vote.open', vote: 'v1' });
	await act(102, 'm01', { type: 'hands.count', vote: 'v1', counts: { for: 3, against: 0, abstain: 0 } });
	await act(103, 'm01', { type: 'vote.close', vote: 'v1' });
	const room = await app.rooms.get('mtg');
	const session = await app.auth.principal(await server.cookie('m03'));
	if (!room || !session) throw new Error('no room or session');
	const [row] = await app.db.select().from(meetings);
	const signer = { room, person: 'm03', principal: session.principal, address: '127.0.0.1' };
	expect(askedOf(session.principal, room)).toBe('code');
	expect(await sign(app, signer, '00000000')).toEqual({ ok: false, code: 'wrong' });
	const digits = row?.joinCode ?? '';
	expect(await sign(app, signer, `${digits.slice(0, 4)} ${digits.slice(4)}`)).toEqual({ ok: true });
	await act(120, 'm01', { type: 'meeting.end' });
	expect(askedOf(session.principal, room)).toBe('desk');
});
