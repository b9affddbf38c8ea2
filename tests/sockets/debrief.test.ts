/** The debrief on real sockets: what is said in it reaches who may take part, and what it shares comes by asking again. */
import { afterEach, expect, test } from 'vitest';
import { frameOf } from '../../server/meetings/frames.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { member, observer, setup } from '../support/meeting.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';

let server: TestServer | undefined;
const clients: Client[] = [];
afterEach(async () => {
	for (const client of clients.splice(0)) client.close();
	await server?.close();
});

async function connected(of: TestServer, person: string): Promise<{ client: Client; bytes: () => string }> {
	const client = new Client(of, await of.cookie(person));
	clients.push(client);
	let heard = '';
	client.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
		heard += typeof data === 'string' ? data : '';
	});
	await client.ready();
	return { client, bytes: () => heard };
}

const frame = frameOf('criteria-hd42-2025');
const people = [
	...setup().people.filter(({ kind, id }) => kind === 'member' && id !== 'm01'),
	member('m01', { office: 'secretary' }),
	observer('o1', { rank: 'delegation_head', supervises: true }),
	observer('o2')
];
const points = { c1: 5, c2: 5, c3_1: 5, c3_2: 5, c4_1: 5, c4_2: 25, c4_3: 10, c5: 5, c6: 27, c7: 5 };

test('remarks, statements and sheets reach who takes part when they may, and nobody else', async () => {
	if (!frame) throw new Error('no frame');
	server = await startServer({ people, rules: { ...setup().rules, scoring: frame } });
	const [chair, plain, head, guest] = [
		await connected(server, 'm01'),
		await connected(server, 'm03'),
		await connected(server, 'o1'),
		await connected(server, 'o2')
	];
	const must = async ({ client }: typeof chair, ...commands: Command[]) => {
		for (const command of commands) expect(await client.send(command)).toMatchObject({ ok: true });
	};
	await must(chair, { type: 'attendance.check-in', method: 'self' }, { type: 'meeting.open' });
	await must(head, { type: 'observer.join' });
	await must(guest, { type: 'observer.join' });
	await must(guest, {
		type: 'remark.post',
		ref: 'r1',
		item: 'a1',
		category: 'nội dung',
		pole: 'limit',
		text: 'NHẬN-XÉT-CỦA-KHÁCH'
	});
	await must(
		chair,
		{ type: 'score.submit', points },
		{ type: 'score.submit', points: { ...points, c6: 20 } }
	);
	const minutes = (await server.app.documents.open('mtg', 'minutes'))?.json(['a1']);
	expect(JSON.stringify(minutes).match(/"kind":"score","ref":"self"/g)).toHaveLength(1);
	await must(chair, { type: 'meeting.end' });
	await must(guest, { type: 'score.submit', points, note: 'PHIẾU-CỦA-KHÁCH' });
	await must(head, { type: 'debrief.open' }, { type: 'debrief.join' });
	await must(head, { type: 'debrief.state', ref: 's1', text: 'LỜI-PHÁT-BIỂU' });
	await until(() => chair.bytes().includes('LỜI-PHÁT-BIỂU'));

	const again = await connected(server, 'm01');
	await until(() => again.bytes().includes('LỜI-PHÁT-BIỂU'));
	expect(again.bytes()).toContain('NHẬN-XÉT-CỦA-KHÁCH');
	expect(again.bytes()).not.toContain('PHIẾU-CỦA-KHÁCH');
	expect(head.bytes()).toContain('PHIẾU-CỦA-KHÁCH');
	const record = async () => JSON.parse((await server?.app.records.of('mtg'))?.canonical ?? '{}') as Recorded;
	expect((await record()).figures.scores.observers).toEqual({});

	await must(head, { type: 'debrief.close' });
	const afterwards = await connected(server, 'm01');
	await until(() => afterwards.bytes().includes('PHIẾU-CỦA-KHÁCH'));
	expect((await record()).figures.scores.observers).toEqual({ o2: { total: 97, grade: 'good' } });
	await until(() => plain.client.events.some(({ type }) => type === 'debrief.closed'));
	const others = plain.bytes() + (await connected(server, 'm03')).bytes();
	expect(others).not.toMatch(/NHẬN-XÉT-CỦA-KHÁCH|LỜI-PHÁT-BIỂU/);
});

interface Recorded {
	readonly figures: { readonly scores: { readonly observers: unknown } };
}
