import * as Y from 'yjs';
import { expect, test, vi } from 'vitest';
import { memoryLog } from '../log/memory.ts';
import { Unavailable, type Log } from '../log/port.ts';
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
import { appendParagraph } from './write.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, { timeout: 8_000, interval: 5 });
const words = (doc: Y.Doc) => doc.getXmlFragment('i1').toString();
const wordsOf = async (log: Log) => words(await stored(log));

/** A log whose database can be stopped: `before` it takes anything, or `after` it took it, so that the answer is lost. */
function stoppable(log = memoryLog()) {
	const state = {
		stopped: null as 'before' | 'after' | null,
		appends: 0,
		slow: null as Promise<void> | null
	};
	const check = () => {
		if (state.stopped) throw new Unavailable();
	};
	const form: Log = {
		...log,
		async append(group) {
			state.appends += 1;
			if (state.slow) await state.slow;
			if (state.stopped === 'before') throw new Unavailable();
			await log.append(group);
			check();
		},
		async since(...asked) {
			check();
			return log.since(...asked);
		}
	};
	return { log: form, state };
}

async function prepared(given: Parameters<typeof stage>[0] = {}): Promise<Stage> {
	const room = await stage(given);
	if (!(await room.log.document(AGENDA))) await makeAgenda(room.log);
	return room;
}

const write = (bare: Bare, text: string) => bare.update(updateOf(bare.doc, (doc) => type(doc, text)));

/** All it sent before was heard. */
async function answered(bare: Bare): Promise<void> {
	const before = bare.heard.length;
	bare.sync(0, Uint8Array.of(0));
	await until(() => bare.heard.length > before);
}

test('message 100 counts every frame once it is committed, deletions and empty ones too', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	an.sync(1, Uint8Array.of(0, 0));
	await until(() => an.saved.length === 1);
	expect(an.saved[0]).toEqual({ frames: 1, client: 0, clock: 0 });
	write(an, 'abc');
	await until(() => an.saved.at(-1)?.frames === 2);
	an.update(
		updateOf(an.doc, (doc) =>
			((doc.getXmlFragment('i1').get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 2)
		)
	);
	await until(() => an.saved.at(-1)?.frames === 3);
	expect(an.saved.at(-1)).toEqual({ frames: 3, client: an.doc.clientID, clock: 3 });
	expect(await wordsOf(room.log)).toBe('<paragraph> đầuabc</paragraph>');
});

test('nothing is shown, nor said to be saved, before it is on disk', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	const binh = await new Bare(room.port, 'binh').join();
	let commit = () => {};
	state.slow = new Promise((resolve) => (commit = resolve));
	const before = state.appends;
	write(an, ' chờ');
	await until(() => state.appends > before);
	const late = await new Bare(room.port, 'chi').join();
	const live = await room.documents.open(MEETING, 'agenda');
	expect([binh.text(), late.text(), live?.text('i1'), an.saved]).toEqual([
		'<paragraph>Mở đầu</paragraph>',
		'<paragraph>Mở đầu</paragraph>',
		'Mở đầu',
		[]
	]);
	commit();
	await until(() => binh.text().includes('chờ') && late.text().includes('chờ') && an.saved.length === 1);
});

test('what arrives during a commit goes into one batch, with a part for each author, and one frame for everybody', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	const binh = await new Bare(room.port, 'binh').join();
	const reader = await new Bare(room.port, 'doc').join();
	let commit = () => {};
	state.slow = new Promise((resolve) => (commit = resolve));
	const before = state.appends;
	write(an, ' một');
	await until(() => state.appends > before);
	const frames = reader.heard.length;
	for (const word of [' hai', ' ba']) write(an, word);
	for (const word of [' bốn', ' năm']) write(binh, word);
	await until(() => room.documents.metrics().framesIn === 5);
	commit();
	await until(() => reader.text().includes('năm') && reader.text().includes('ba'));
	expect(reader.heard.length - frames).toBe(2);
	const kept = (await log.document(AGENDA))?.batches.map(({ parts }) => parts.map(({ author }) => author));
	expect(kept).toEqual([['an'], ['an'], ['an', 'binh']]);
	const owners = new Map((await log.document(AGENDA))?.clients.map(({ client, person }) => [client, person]));
	expect([owners.get(an.doc.clientID), owners.get(binh.doc.clientID)]).toEqual(['an', 'binh']);
});

test('while the database is away everybody waits; afterwards everything is there, once', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const people = ['an', 'binh', 'chi'].map((person) => stock(room, person));
	await until(() => people.every(({ provider }) => provider.synced));
	await until(() => people.every(({ saved }) => saved.length === 1));
	state.stopped = 'before';
	for (const { doc } of people) for (let count = 0; count < 20; count += 1) type(doc, 'x');
	await until(() => room.documents.metrics().away === 1);
	const live = await room.documents.open(MEETING, 'agenda');
	await expect(live?.reserve()).rejects.toBeInstanceOf(Unavailable);
	expect(people.every(({ saved }) => saved.length === 1)).toBe(true);
	expect(people.map(({ doc }) => words(doc).match(/x/g)?.length)).toEqual([20, 20, 20]);
	state.stopped = null;
	await until(() => people.every(({ doc }) => words(doc).match(/x/g)?.length === 60));
	await until(() =>
		people.every(({ doc, saved }) => saved.at(-1)?.clock === Y.getState(doc.store, doc.clientID))
	);
	expect((await wordsOf(log)).match(/x/g)?.length).toBe(60);
	expect(room.documents.metrics()).toMatchObject({ away: 0, queuedBytes: 0 });
});

test('a reservation that waits behind an absent database is told so', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	const live = await room.documents.open(MEETING, 'agenda');
	let go = () => {};
	state.slow = new Promise((resolve) => (go = resolve));
	const before = state.appends;
	write(an, ' chờ');
	await until(() => state.appends > before);
	const reservation = live?.reserve();
	state.stopped = 'before';
	state.slow = null;
	go();
	await expect(reservation).rejects.toBeInstanceOf(Unavailable);
	state.stopped = null;
	await until(() => an.saved.length === 1);
	(await live?.reserve())?.commit();
});

test('a commit whose answer is lost is found again, not written twice', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	const binh = await new Bare(room.port, 'binh').join();
	state.stopped = 'after';
	write(an, ' một');
	await until(() => room.documents.metrics().away === 1);
	state.stopped = null;
	await until(() => an.saved.length === 1 && binh.text().includes('một'));
	expect((await log.document(AGENDA))?.batches.length).toBe(2);
	write(binh, ' hai');
	await until(() => an.text() === '<paragraph>Mở đầu một hai</paragraph>');
	expect(await wordsOf(log)).toBe(an.text());
});

test('whose answer was lost is told, even where the right is gone by then', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	state.stopped = 'after';
	write(an, ' một');
	await until(() => room.documents.metrics().away === 1);
	room.change({ an: 'read' });
	state.stopped = null;
	await until(() => an.saved.length === 1);
	expect(room.documents.metrics().refused).toBe(0);
});

test('what is more than the queue may hold is asked for again, not lost', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log, limits: { queueBytes: 20_000 } });
	const an = stock(room, 'an');
	const binh = stock(room, 'binh');
	await until(() => an.saved.length === 1 && binh.saved.length === 1);
	state.stopped = 'before';
	for (let count = 0; count < 100; count += 1) type(an.doc, 'chữ '.repeat(50));
	await until(() => room.documents.metrics().away === 1);
	type(an.doc, 'hết');
	await until(() => room.documents.metrics().queuedBytes > 19_000);
	expect(room.documents.metrics().queuedBytes).toBeLessThanOrEqual(20_000);
	state.stopped = null;
	await until(() => words(binh.doc).length > 20_000);
	await until(() => an.saved.at(-1)?.frames === 103);
	expect(an.saved.at(-1)?.clock).toBe(Y.getState(an.doc.store, an.doc.clientID));
	expect(await wordsOf(log)).toBe(words(an.doc));
});

test('after 5 minutes without a database nothing more is queued', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log, limits: { queueFor: 50 } });
	const an = await new Bare(room.port, 'an').join();
	state.stopped = 'before';
	write(an, ' một');
	await until(() => room.documents.metrics().away === 1);
	const since = performance.now();
	await until(() => performance.now() - since > 60);
	write(an, ' quá lâu');
	await answered(an);
	expect(room.documents.metrics().framesIn).toBe(1);
	state.stopped = null;
	await until(() => an.heard.filter((data) => data[0] === 0 && data[1] === 0).length === 3);
	an.sync(1, Y.encodeStateAsUpdate(an.doc));
	await until(async () => (await wordsOf(log)) === an.text());
});

test('two processes over one log: everybody ends with the same text, every batch follows the one before', async () => {
	const log = memoryLog();
	const one = await prepared({ log });
	const two = await prepared({ log });
	const people = [stock(one, 'an'), stock(one, 'binh'), stock(two, 'chi'), stock(two, 'an:phone')];
	await until(() => people.every(({ provider }) => provider.synced));
	for (let round = 0; round < 15; round += 1) {
		for (const { doc } of people) type(doc, String(round % 10));
		await new Promise((resolve) => setImmediate(resolve));
	}
	await until(() =>
		people.every(({ doc, saved }) => saved.at(-1)?.clock === Y.getState(doc.store, doc.clientID))
	);
	one.documents.elsewhere(MEETING, 'agenda');
	two.documents.elsewhere(MEETING, 'agenda');
	await until(() => new Set(people.map(({ doc }) => words(doc))).size === 1);
	expect(words(people[0]?.doc ?? new Y.Doc())).toHaveLength('<paragraph>Mở đầu</paragraph>'.length + 60);
	expect(await wordsOf(log)).toBe(words(people[0]?.doc ?? new Y.Doc()));
	expect(one.documents.metrics().conflicts + two.documents.metrics().conflicts).toBeGreaterThan(0);
	const seqs = (await log.since(AGENDA, 0))?.batches.map(({ seq }) => seq);
	expect(seqs).toEqual(seqs?.map((_seq, index) => index + 1));
});

test('no process commits past a change of rights that another one wrote', async () => {
	const log = memoryLog();
	const one = await prepared({ log });
	const two = await prepared({ log });
	const an = await new Bare(two.port, 'an').join();
	const live = await one.documents.open(MEETING, 'agenda');
	const reservation = await live!.reserve();
	reservation.raiseEpoch();
	await log.append([reservation.append!]);
	one.house.rights['an'] = 'read';
	reservation.commit();
	two.house.rights['an'] = 'read'; // as its events say, which the second process has not been told of yet
	write(an, ' lén');
	await until(() => two.documents.metrics().refused === 1);
	expect(await wordsOf(log)).toBe('<paragraph>Mở đầu</paragraph>');
	expect(two.documents.metrics().conflicts).toBe(1);
});

test('a word that builds on what another process committed is not refused: the log is read first', async () => {
	const log = memoryLog();
	const one = await prepared({ log });
	const two = await prepared({ log });
	const an = await new Bare(one.port, 'an').join();
	const binh = await new Bare(two.port, 'binh').join();
	write(an, ' một');
	await until(() => an.saved.length === 1);
	Y.applyUpdate(binh.doc, Y.encodeStateAsUpdate(an.doc)); // the same person's other device, or the fast road
	write(binh, ' hai');
	await until(() => binh.saved.length === 1);
	expect(two.documents.metrics().resyncs).toBe(0);
	expect(await wordsOf(log)).toBe('<paragraph>Mở đầu một hai</paragraph>');
});

test('a process that dies between append and show has lost nothing', async () => {
	const { log, state } = stoppable();
	const room = await prepared({ log });
	const an = await new Bare(room.port, 'an').join();
	state.stopped = 'after';
	write(an, ' đã ghi');
	await until(() => room.documents.metrics().away === 1);
	expect(an.saved).toEqual([]);
	state.stopped = null;
	const next = await stage({ log });
	const back = await new Bare(next.port, 'an').join();
	expect(back.text()).toBe('<paragraph>Mở đầu đã ghi</paragraph>');
	back.sync(1, Y.encodeStateAsUpdate(an.doc));
	await until(() => back.saved.length === 1);
	expect((await log.document(AGENDA))?.seq).toBe(2);
});

test('a reservation holds everybody back until it ends, and takes what came before it', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	const live = (await room.documents.open(MEETING, 'agenda'))!;
	write(an, ' trước');
	await until(() => room.documents.metrics().framesIn === 1);
	const reservation = await live.reserve();
	expect(live.text('i1')).toBe('Mở đầu trước');
	write(an, ' sau');
	await until(() => room.documents.metrics().framesIn === 2);
	reservation.change('binh', (doc) => appendParagraph(doc, 'i1', 'Của máy chủ'));
	await room.log.append([reservation.append!]);
	expect(live.seq).toBe(2);
	reservation.commit();
	expect(live.seq).toBe(3);
	await until(
		() => an.text() === '<paragraph>Mở đầu trước sau</paragraph><paragraph>Của máy chủ</paragraph>'
	);
	const { batches = [], clients = [] } = (await room.log.document(AGENDA)) ?? {};
	expect(batches.map(({ parts }) => parts.map(({ author }) => author))).toEqual([
		['an'],
		['an'],
		['binh'],
		['an']
	]);
	expect(clients.map(({ person }) => person).sort()).toEqual(['an', 'server', 'server']);
});

test('a freeze refuses what was not taken before it, and nothing shows', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	const live = (await room.documents.open(MEETING, 'agenda'))!;
	const reservation = await live.reserve();
	write(an, ' muộn');
	await until(() => room.documents.metrics().framesIn === 1);
	reservation.raiseEpoch();
	expect(reservation.append).toMatchObject({ expected: 1, epoch: 0, raiseEpoch: true, parts: [] });
	await room.log.append([reservation.append!]);
	room.house.rights['an'] = 'read';
	reservation.commit();
	await until(() => room.documents.metrics().refused === 1);
	expect([live.seq, live.epoch, live.text('i1')]).toEqual([1, 1, 'Mở đầu']);
});

test('an aborted reservation leaves no trace, and the next one can be written', async () => {
	const room = await prepared();
	const live = (await room.documents.open(MEETING, 'agenda'))!;
	const failed = await live.reserve();
	failed.change('an', (doc) => appendParagraph(doc, 'i1', 'không'));
	await failed.abort();
	const second = await live.reserve();
	second.change('an', (doc) => appendParagraph(doc, 'i1', 'có'));
	expect(second.draft.text('i1')).toBe('Mở đầu\ncó');
	await room.log.append([second.append!]);
	second.commit();
	expect(live.text('i1')).toBe('Mở đầu\ncó');
	const third = await live.reserve();
	expect(third.append).toBeNull();
	third.commit();
	expect(() => third.commit()).toThrow();
});

test('a reservation whose group was overtaken is aborted and sees what overtook it', async () => {
	const log = memoryLog();
	const one = await prepared({ log });
	const two = await prepared({ log });
	const live = (await one.documents.open(MEETING, 'agenda'))!;
	const reservation = await live.reserve();
	reservation.change('an', (doc) => appendParagraph(doc, 'i1', 'đến sau'));
	const binh = await new Bare(two.port, 'binh').join();
	write(binh, ' trước');
	await until(() => binh.saved.length === 1);
	await expect(log.append([reservation.append!])).rejects.toThrow();
	await reservation.abort();
	expect([live.text('i1'), live.seq]).toEqual(['Mở đầu trước', 2]);
});
