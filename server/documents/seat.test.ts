import * as Y from 'yjs';
import { expect, test, vi } from 'vitest';
import {
	AGENDA,
	Bare,
	makeAgenda,
	message,
	stage,
	stock,
	stored,
	type,
	updateOf,
	type Stage
} from './testing.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, { timeout: 8_000, interval: 5 });

async function prepared(given: Parameters<typeof stage>[0] = {}): Promise<Stage> {
	const room = await stage(given);
	await makeAgenda(room.log);
	return room;
}

const batches = async (room: Stage) => (await room.log.document(AGENDA))?.seq;

/** A bare client that has written a word which everybody has. */
async function writer(room: Stage, cookie = 'an', word = ' một'): Promise<Bare> {
	const bare = await new Bare(room.port, cookie).join();
	bare.update(updateOf(bare.doc, (doc) => type(doc, word)));
	await until(() => bare.saved.length > 0);
	return bare;
}

/** Everything sent before this was judged: another's word came after it. */
async function settled(room: Stage, word: string): Promise<void> {
	const chi = await writer(room, 'chi', word);
	await until(async () => (await stored(room.log)).getXmlFragment('i1').toString().includes(word));
	chi.ws.close();
}

test('a reader may say that it has nothing; what it writes is dropped, and the third time ends it', async () => {
	const room = await prepared();
	const watching = await new Bare(room.port, 'an').join();
	const reader = await new Bare(room.port, 'doc').join();
	const update = updateOf(reader.doc, (doc) => type(doc, 'lén'));
	for (let count = 0; count < 10; count += 1) reader.sync(1, Uint8Array.of(0, 0));
	reader.update(update);
	reader.sync(1, update);
	await settled(room, 'đúng');
	expect(reader.code).toBeNull();
	const deletion = updateOf(reader.doc, (doc) => doc.getXmlFragment('i1').delete(0, 1));
	reader.update(deletion);
	await until(() => reader.code !== null);
	expect(reader.code).toBe(4403);
	await until(() => watching.text().includes('đúng'));
	expect(watching.text()).toBe('<paragraph>Mở đầuđúng</paragraph>');
	expect((await stored(room.log)).getXmlFragment('i1').toString()).toBe(watching.text());
});

test('the wall reads; it never writes', async () => {
	const room = await prepared();
	const wall = await new Bare(room.port, 'wall').join();
	expect(wall.text()).toBe('<paragraph>Mở đầu</paragraph>');
	for (let count = 0; count < 3; count += 1) wall.update(updateOf(wall.doc, (doc) => type(doc, 'x')));
	await until(() => wall.code !== null);
	expect([wall.code, await batches(room)]).toEqual([4403, 1]);
});

test("another's client id is refused, and its owner goes on writing", async () => {
	const room = await prepared();
	const an = await writer(room);
	const thief = await new Bare(room.port, 'binh').join();
	thief.doc.clientID = an.doc.clientID;
	thief.update(updateOf(thief.doc, (doc) => type(doc, ' trộm')));
	await until(() => thief.code !== null);
	expect(thief.code).toBe(4400);
	an.update(updateOf(an.doc, (doc) => type(doc, ' hai')));
	await until(() => an.saved.at(-1)?.frames === 2);
	expect((await stored(room.log)).getXmlFragment('i1').toString()).toBe(
		'<paragraph>Mở đầu một hai</paragraph>'
	);
	const authors = (await room.log.document(AGENDA))?.batches.flatMap(({ parts }) =>
		parts.map(({ author }) => author)
	);
	expect(authors).toEqual(['an', 'an', 'an']);
});

test('words whose predecessors are missing are refused and asked for; then all is saved, and counted', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	updateOf(an.doc, (doc) => type(doc, ' lạc'));
	const later = updateOf(an.doc, (doc) => type(doc, ' sau'));
	const asked = () => an.heard.filter((data) => data[0] === 0 && data[1] === 0).length;
	expect(asked()).toBe(1);
	an.update(later);
	an.update(updateOf(an.doc, (doc) => type(doc, ' cùng')));
	await until(() => asked() === 2);
	expect(await batches(room)).toBe(1);
	an.sync(1, Y.encodeStateAsUpdate(an.doc));
	await until(() => an.saved.length > 0);
	expect(an.saved).toEqual([{ frames: 3, client: an.doc.clientID, clock: ' lạc sau cùng'.length }]);
	expect(asked(), 'asked once for both').toBe(2);
	expect((await stored(room.log)).getXmlFragment('i1').toString()).toBe(
		'<paragraph>Mở đầu lạc sau cùng</paragraph>'
	);
});

test('284 kB whose predecessor is missing cost next to nothing, and the sender is closed in the end', async () => {
	const room = await prepared({ limits: { frameBurst: 10_000, resyncs: 3 } });
	const an = await new Bare(room.port, 'an').join();
	updateOf(an.doc, (doc) => type(doc, 'x'));
	const updates = Array.from({ length: 1_000 }, (_, index) =>
		updateOf(an.doc, (doc) => type(doc, `${'lạc '.repeat(50)}${index}`))
	);
	expect(updates.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(284_000);
	const started = process.cpuUsage();
	for (const update of updates) an.update(update);
	await settled(room, 'đúng');
	const { user, system } = process.cpuUsage(started);
	expect((user + system) / 1_000).toBeLessThan(1_500);
	for (let count = 0; count < 5; count += 1) an.sync(1, updates[count] ?? new Uint8Array());
	await until(() => an.code !== null);
	expect([an.code, await batches(room)]).toEqual([4400, 2]);
});

test('the bomb of 7 bytes closes its sender, ten times over, and stops nobody', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	const bomb = Uint8Array.of(1, 0x80, 0x87, 0xa7, 0x0e, 3, 0);
	for (let count = 0; count < 10; count += 1) {
		const attacker = await new Bare(room.port, 'binh').join();
		const started = process.cpuUsage();
		attacker.update(bomb);
		await until(() => attacker.code !== null);
		const { user, system } = process.cpuUsage(started);
		expect([attacker.code, (user + system) / 1_000 < 200]).toEqual([4400, true]);
	}
	an.update(updateOf(an.doc, (doc) => type(doc, ' vẫn đây')));
	await until(() => an.saved.length > 0);
});

test.each([
	['text', (bare: Bare) => bare.ws.send('xin chào')],
	['a type that is not ours', (bare: Bare) => bare.ws.send(Uint8Array.of(2, 0))],
	['message 100', (bare: Bare) => bare.ws.send(Uint8Array.of(100, 1, 1, 1))],
	['a sync message that is none', (bare: Bare) => bare.ws.send(Uint8Array.of(0, 7, 0))],
	['half a message', (bare: Bare) => bare.ws.send(Uint8Array.of(0, 2, 200))],
	['nothing', (bare: Bare) => bare.ws.send(Uint8Array.of())],
	['a broken presence', (bare: Bare) => bare.ws.send(message([1], Uint8Array.of(5, 1)))],
	[
		'a state vector that claims millions',
		(bare: Bare) => bare.sync(0, Uint8Array.of(0xff, 0xff, 0xff, 0x7f, 1))
	]
])('closes whoever sends %s', async (_what, send) => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	send(an);
	await until(() => an.code !== null);
	expect(an.code).toBe(4400);
	await new Bare(room.port, 'binh').join();
});

/** An update frame of exactly so many bytes. */
function frameOf(bare: Bare, bytes: number): Uint8Array {
	const base = Y.encodeStateAsUpdate(bare.doc);
	for (let length = bytes - 60; ; length += 1) {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, base);
		doc.clientID = 0xfffffff;
		const frame = message(
			[0, 2],
			updateOf(doc, (made) => type(made, 'a'.repeat(length)))
		);
		if (frame.length === bytes) return frame;
	}
}

test('a frame of 1 MiB is taken, one byte more is not', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	an.ws.send(frameOf(an, 1024 * 1024));
	await until(() => an.saved.length > 0);
	const binh = await new Bare(room.port, 'an:again').join();
	binh.ws.send(frameOf(binh, 1024 * 1024 + 1));
	await until(() => binh.code !== null);
	expect([binh.code, await batches(room)]).toEqual([1009, 2]);
});

test('a reader may send 4 KiB at once, and follows when it becomes an editor', async () => {
	const room = await prepared();
	const reader = await new Bare(room.port, 'doc').join();
	reader.ws.send(frameOf(reader, 4 * 1024));
	await settled(room, 'đúng');
	expect(reader.code).toBeNull();
	room.change({ doc: 'edit' });
	reader.ws.send(frameOf(reader, 4 * 1024 + 1));
	await until(() => reader.saved.length > 0);
	room.change({ doc: 'read' });
	reader.ws.send(new Uint8Array(4 * 1024 + 1));
	await until(() => reader.code !== null);
	expect(reader.code).toBe(1009);
});

test('120 frames at once are taken, many more are not', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	for (let count = 0; count < 119; count += 1) an.update(updateOf(an.doc, (doc) => type(doc, 'a')));
	await until(() => an.saved.at(-1)?.frames === 119);
	const binh = await new Bare(room.port, 'binh').join();
	for (let count = 0; count < 200; count += 1) binh.sync(1, Uint8Array.of(0, 0));
	await until(() => binh.code !== null);
	expect([an.code, binh.code]).toEqual([null, 1008]);
});

test('more than 1 MiB at once is too fast', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	for (let count = 0; count < 3; count += 1)
		an.update(updateOf(an.doc, (doc) => type(doc, 'a'.repeat(500_000))));
	await until(() => an.code !== null);
	expect([an.code, await batches(room)]).toEqual([1008, 2]);
});

test('presence is never too fast', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	for (let count = 0; count < 1_000; count += 1) an.ws.send(message([1], Uint8Array.of(0)));
	an.update(updateOf(an.doc, (doc) => type(doc, 'a')));
	await until(() => an.saved.length > 0);
});

test('a demotion in mid-word cuts it there; who was writing is told to start anew, who was not stays', async () => {
	const room = await prepared({ limits: { demotionGrace: 300 } });
	const watching = await new Bare(room.port, 'binh').join();
	const writing = await writer(room);
	const silent = await new Bare(room.port, 'an:phone').join();
	await until(() => watching.text().includes('một'));
	const cut = performance.now();
	room.change({ an: 'comment' });
	for (const letter of ' giữa') writing.update(updateOf(writing.doc, (doc) => type(doc, letter)));
	await settled(room, 'đúng');
	await until(() => watching.text().includes('đúng'));
	expect(writing.code, 'what was under way is no offence').toBeNull();
	await until(() => writing.code !== null);
	expect(performance.now() - cut).toBeGreaterThanOrEqual(295);
	expect([writing.code, silent.code]).toEqual([4403, null]);
	expect(watching.text()).toBe('<paragraph>Mở đầu mộtđúng</paragraph>');
	expect((await stored(room.log)).getXmlFragment('i1').toString()).toBe(watching.text());
});

test('freezing stops every socket at once, and thawing lets them go on', async () => {
	const room = await prepared();
	const people = await Promise.all(
		['an', 'binh', 'chi'].map(async (person) => new Bare(room.port, person).join())
	);
	room.change({ an: 'read', binh: 'read', chi: 'read' });
	for (const bare of people) bare.update(updateOf(bare.doc, (doc) => type(doc, 'muộn')));
	const reader = await new Bare(room.port, 'doc').join();
	reader.sync(0, Uint8Array.of(0));
	await until(() => reader.heard.length > 1);
	expect(await batches(room)).toBe(1);
	room.change({ an: 'edit', binh: 'edit', chi: 'edit' });
	for (const bare of people) {
		await until(() => bare.heard.filter((data) => data[0] === 0 && data[1] === 0).length === 2);
		bare.sync(1, Y.encodeStateAsUpdate(bare.doc));
	}
	await until(
		async () => ((await stored(room.log)).getXmlFragment('i1').toString().match(/muộn/g) ?? []).length === 3
	);
});

test('who has no right any more is out at once', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	delete room.house.rights['an'];
	room.documents.rightsChanged('m1');
	await until(() => an.code !== null);
	expect(an.code).toBe(4403);
});

test('the stock provider of a demoted person does not come back by itself', async () => {
	const room = await prepared({ limits: { demotionGrace: 50 } });
	const an = stock(room, 'an');
	await until(() => an.provider.synced);
	room.change({ an: 'read' });
	const closed = new Promise((resolve) => an.provider.on('closed', ({ code }) => resolve(code)));
	type(an.doc, 'muộn');
	expect(await closed).toBe(4403);
	expect(an.provider.shouldConnect).toBe(false);
});
