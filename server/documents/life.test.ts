import * as Y from 'yjs';
import { expect, test, vi } from 'vitest';
import { memoryLog } from '../log/memory.ts';
import type { Part } from '../log/port.ts';
import {
	AGENDA,
	Bare,
	makeAgenda,
	MEETING,
	stage,
	stock,
	stored,
	type,
	updateOf,
	type Stage
} from './testing.ts';

/** In milliseconds: what a hall of 500 may take where others use the machine too. */
const PATIENCE = 60_000;

const until = <T>(check: () => T | Promise<T>, timeout = 15_000) =>
	vi.waitUntil(check, { timeout, interval: 5 });
const words = (doc: Y.Doc) => doc.getXmlFragment('i1').toString();

async function prepared(given: Parameters<typeof stage>[0] = {}): Promise<Stage> {
	const room = await stage(given);
	if (!(await room.log.document(AGENDA))) await makeAgenda(room.log);
	return room;
}

test('an idle document is unloaded behind a snapshot, and comes back as it was', async () => {
	const room = await prepared({ limits: { unloadAfter: 50 } });
	const an = stock(room, 'an');
	await until(() => an.provider.synced);
	const live = (await room.documents.open(MEETING, 'agenda'))!;
	for (let count = 0; count < 10; count += 1) type(an.doc, 'chữ ');
	await until(() => live.text('i1').endsWith('chữ '.repeat(10)));
	expect(room.documents.metrics().documents).toBe(1);
	an.provider.disconnect();
	await until(() => room.documents.metrics().documents === 0);
	await until(async () => (await room.log.document(AGENDA))?.batches.length === 0);
	type(an.doc, 'hết');
	an.provider.connect();
	const back = await new Bare(room.port, 'binh').join();
	await until(() => back.text() === words(an.doc) && back.text().includes('hết'));
	const reservation = await live.reserve();
	reservation.change('an', (doc) => type(doc, '!'));
	await room.log.append([reservation.append!]);
	reservation.commit();
	await until(() => back.text().endsWith('hết!</paragraph>'));
	expect((await room.documents.open(MEETING, 'agenda'))?.text('i1')).toBe(
		(await stored(room.log))
			.getXmlFragment('i1')
			.toString()
			.replace(/<[^>]*>/g, '')
	);
});

test('snapshots are made on the way, so that loading is a state and few batches', async () => {
	const room = await prepared({ limits: { snapshotBatches: 10, frameBurst: 1_000 } });
	const an = await new Bare(room.port, 'an').join();
	for (let count = 1; count <= 35; count += 1) {
		an.update(updateOf(an.doc, (doc) => type(doc, 'a')));
		await until(() => an.saved.at(-1)?.frames === count);
	}
	const found = await room.log.document(AGENDA);
	expect(found?.seq).toBe(36);
	expect(found?.batches.length).toBeLessThan(10);
	const all = await room.log.since(AGENDA, 0);
	expect(all?.batches.length, 'every update is kept').toBe(36);
});

test('a document of 10,000 edits without a snapshot loads in a moment', async () => {
	const log = memoryLog();
	const doc = new Y.Doc();
	let seq = 0;
	for (let edit = 0; edit < 10_000; edit += 1) {
		const update = updateOf(doc, (made) =>
			edit % 50 === 0 ? made.getXmlFragment('i1').push([new Y.XmlElement('paragraph')]) : type(made, 'chữ ')
		);
		const parts: Part[] = [{ author: 'an', at: 1, update }];
		const clients = edit === 0 ? [{ client: doc.clientID, person: 'an' }] : [];
		await log.append([
			{ stream: 'document', document: AGENDA, expected: seq, epoch: 0, raiseEpoch: false, parts, clients }
		]);
		seq += 1;
	}
	const room = await stage({ log });
	// What it computed: a busy machine cannot make it more.
	const started = process.cpuUsage();
	const live = await room.documents.open(MEETING, 'agenda');
	const { user, system } = process.cpuUsage(started);
	expect((user + system) / 1_000).toBeLessThan(600);
	expect(live?.text('i1').length).toBe(9_800 * 4 + 199);
});

test('500 who join at once get the same bytes', async () => {
	const room = await prepared({ limits: { sessionSockets: 1_000 } });
	const an = await new Bare(room.port, 'an').join();
	an.update(updateOf(an.doc, (doc) => type(doc, 'chữ '.repeat(10_000))));
	await until(() => an.saved.length === 1);
	const readers = await Promise.all(Array.from({ length: 500 }, () => new Bare(room.port, 'doc').join()));
	const whole = an.text();
	await until(() => readers.every((reader) => reader.text() === whole), PATIENCE);
	expect(new Set(readers.map(({ heard }) => heard[0]?.toString('base64'))).size).toBe(1);
	an.update(updateOf(an.doc, (doc) => type(doc, 'mới')));
	await until(() => readers.every((reader) => reader.text().includes('mới')), PATIENCE);
	const late = await new Bare(room.port, 'doc').join();
	await until(() => late.text() === an.text());
	expect(
		late.heard[0]?.equals(readers[0]?.heard[0] ?? Buffer.alloc(0)),
		'the same snapshot, with what came since behind it'
	).toBe(true);
}, 180_000);

test('who knows a part is sent the rest', async () => {
	const room = await prepared();
	const an = stock(room, 'an');
	await until(() => an.provider.synced);
	an.provider.disconnect();
	const binh = await new Bare(room.port, 'binh').join();
	binh.update(updateOf(binh.doc, (doc) => type(doc, ' mới')));
	await until(() => binh.saved.length === 1);
	type(an.doc, ' ngoại tuyến');
	an.provider.connect();
	await until(
		() => an.provider.synced && words(an.doc) === binh.text() && words(an.doc).includes('ngoại tuyến')
	);
	expect(words(an.doc)).toContain('mới');
});

test('a reader comes back to a document of 600 client ids, though its step 1 is longer than readers may write', async () => {
	const log = memoryLog();
	const doc = new Y.Doc();
	for (let count = 0; count < 600; count += 1) {
		doc.clientID = 4_000_000_000 + count;
		type(doc, 'x');
	}
	const clients = Array.from({ length: 600 }, (_, index) => ({
		client: 4_000_000_000 + index,
		person: 'an'
	}));
	const parts: Part[] = [{ author: 'an', at: 1, update: Y.encodeStateAsUpdate(doc) }];
	await log.append([
		{ stream: 'document', document: AGENDA, expected: 0, epoch: 0, raiseEpoch: false, parts, clients }
	]);
	const room = await stage({ log });
	const reader = stock(room, 'doc');
	await until(() => reader.provider.synced);
	reader.provider.disconnect();
	reader.provider.connect();
	await until(() => reader.provider.synced);
	const bare = await new Bare(room.port, 'doc').join();
	const wide = new Uint8Array(5_000).fill(1);
	bare.sync(2, wide);
	await until(() => room.reports.some((line) => line.startsWith('reader-wrote')));
	expect(bare.code).toBeNull();
});

test('who hears nothing is kept alive, and who answers no ping is dropped', async () => {
	// Long enough that no pause of a busy machine is taken for silence.
	const room = await prepared({ limits: { keepAlive: 400 } });
	const an = stock(room, 'an');
	const reader = await new Bare(room.port, 'doc').join();
	await until(() => an.provider.synced);
	const before = reader.heard.length;
	await until(() => reader.heard.length >= before + 3);
	expect(reader.heard.slice(before).every((data) => data.equals(Buffer.from([1, 1, 0])))).toBe(true);
	const silent = new Bare(room.port, 'doc');
	silent.ws.on('open', () => Object.assign(silent.ws, { _autoPong: false }));
	await until(() => silent.code !== null);
	expect([silent.code, reader.code, an.provider.wsconnected]).toEqual([1006, null, true]);
});

/** So much that no socket buffer of the machine holds it. */
async function pour(an: Bare): Promise<void> {
	const word = 'chữ '.repeat(100_000);
	for (let count = 1; count <= 25; count += 1) {
		an.update(updateOf(an.doc, (doc) => type(doc, word)));
		await until(() => an.saved.at(-1)?.frames === count);
	}
}

const unbounded = { bytesPerSecond: 1e9, byteBurst: 1e9, frameBurst: 1e6, documentBytes: 1e9 };

test('who stops reading is dropped', async () => {
	const room = await prepared({ limits: { ...unbounded, slowFor: 300 } });
	const an = await new Bare(room.port, 'an').join();
	const stopped = await new Bare(room.port, 'doc').join();
	stopped.ws.pause();
	await pour(an);
	await until(() => room.documents.metrics().sockets === 1);
	stopped.ws.resume();
	await until(() => stopped.code !== null);
	expect([stopped.code, an.code]).toEqual([1006, null]);
}, 60_000);

test('who was slow is sent what it missed in one piece, and what waited for it meanwhile was little', async () => {
	const room = await prepared({ limits: { ...unbounded, slowFor: 60_000 } });
	const an = await new Bare(room.port, 'an').join();
	const slow = await new Bare(room.port, 'doc').join();
	slow.ws.pause();
	await pour(an);
	slow.ws.resume();
	const clock = ({ doc }: Bare) => Y.getState(doc.store, an.doc.clientID);
	await until(() => clock(slow) === clock(an));
	expect(slow.heard.length, 'fewer frames than were shown').toBeLessThan(25);
	expect(slow.text()).toBe(an.text());
}, 60_000);

test('changed blocks are told after their commit, each at most so often, with their last words', async () => {
	const room = await prepared({ limits: { textEvery: 100 } });
	const told: [number, string, string][] = [];
	room.documents.onText((meeting, document, seq, blocks) => {
		for (const { block, text } of blocks) told.push([performance.now(), block, text]);
		expect([meeting, document, seq > 1]).toEqual([MEETING, 'agenda', true]);
	});
	const an = await new Bare(room.port, 'an').join();
	for (let count = 1; count <= 30; count += 1) {
		an.update(updateOf(an.doc, (doc) => type(doc, `${count} `)));
		await until(() => an.saved.at(-1)?.frames === count);
	}
	an.update(updateOf(an.doc, (doc) => type(doc, 'khác', 'i2')));
	await until(() => told.at(-1)?.[1] === 'i2' || told.at(-2)?.[1] === 'i2');
	const first = told.filter(([, block]) => block === 'i1');
	expect(first.at(-1)?.[2].endsWith('29 30 ')).toBe(true);
	for (const [index, [at]] of first.entries())
		expect(at - (first[index - 1]?.[0] ?? -Infinity)).toBeGreaterThanOrEqual(95);
});

test('closing tells everybody, and what was typed until then is there', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	an.update(updateOf(an.doc, (doc) => type(doc, ' cuối')));
	await until(() => room.documents.metrics().framesIn === 1);
	const started = performance.now();
	await room.documents.close();
	expect(performance.now() - started).toBeLessThan(2_000);
	await until(() => an.code !== null);
	expect(an.code).toBe(1012);
	expect(words(await stored(room.log))).toBe('<paragraph>Mở đầu cuối</paragraph>');
	const late = new Bare(room.port, 'an');
	await until(() => late.status !== null);
	expect(late.status).toBe(503);
});
