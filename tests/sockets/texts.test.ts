import { afterEach, expect, test } from 'vitest';
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
