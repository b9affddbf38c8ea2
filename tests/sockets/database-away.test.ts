/**
 * The database goes away while people write and send commands, and comes back (P1, P2, R3): nothing is said to
 * be saved and nobody sees what is not; afterwards everything is there, once.
 */
import { expect, test, type TestContext } from 'vitest';
import type { Answer, Command } from '../../src/lib/meeting/contract.ts';
import { freshDatabase } from '../database.ts';
import { Link, type Absence } from '../support/link.ts';
import { Client, startOn, until } from '../support/server.ts';
import { plain, Writer } from '../support/writer.ts';

/** Longer than a command waits, and than a silent connection is trusted. */
const AWAY_FOR = 6_000;
const NOTICED_WITHIN = 5_000;
const BACK_WITHIN = 5_000;
/** A question that was on its way when the link came back is first given up as unanswered, then asked again. */
const FOUND_WITHIN = 10_000;
const KNOWN_BY_ALL = 20;
const AGAIN_MS = 200;

async function hall({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
	const database = await freshDatabase();
	onTestFinished(() => database.drop());
	const link = await Link.to(database.url);
	onTestFinished(() => link.close());
	const server = await startOn(link.url);
	onTestFinished(() => server.close());
	const cookies = new Map<string, string>();
	for (const person of ['m01', 'm02', 'm03', 'm04', 'p1', 'o1'])
		cookies.set(person, await server.cookie(person));
	const cookie = (person: string) => cookies.get(person) ?? '';
	const writer = (person: string, document = 'minutes', block = 'a1') => {
		const made = new Writer(server.port, cookie(person), document, block);
		onTestFinished(() => made.close());
		return made;
	};
	const client = (person: string) => {
		const made = new Client(server, cookie(person));
		// As a page does: who was hung up on, or could not be let in while the database was away, comes again.
		const comeAgain = () => made.socket.active || setTimeout(() => made.socket.connect(), AGAIN_MS);
		made.socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeAgain());
		made.socket.on('connect_error', comeAgain);
		onTestFinished(() => made.close());
		return made;
	};
	return { server, link, writer, client };
}

/** Sends a command again and again under the same id until it is answered for good. */
async function insist(client: Client, id: string, command: Command): Promise<Answer> {
	for (;;) {
		const answer = await client.raw({ id, ...command }).catch(() => null);
		if (answer && (answer.ok || answer.code !== 'unavailable')) return answer;
	}
}

const comment = (ref: string): Command => ({
	type: 'comment.post',
	ref,
	on: { kind: 'item', ref: 'a1' },
	text: ref
});

const ABSENCES: Absence[] = ['refused', 'accepted-and-closed', 'silent', 'stalled', 'deaf'];
// Side by side: most of each is waiting, and each has a database and a server of its own.
test.concurrent.for(ABSENCES)(
	'the database is away for some seconds: %s',
	{ timeout: 60_000 },
	async (absence, context) => {
		const { server, link, writer, client } = await hall(context);
		const writers = [writer('m03'), writer('o1')];
		const reader = writer('m04');
		const sender = client('m02');
		const watcher = client('m01');
		await until(
			() => [...writers, reader].every(({ synced }) => synced) && sender.seq > 0 && watcher.seq > 0
		);
		for (const each of writers) each.type('[đầu]');
		await until(() => writers.every(({ isSaved }) => isSaved));
		await until(() => reader.text() === writers[0]?.text());
		expect(await insist(sender, 'before', comment('before'))).toMatchObject({ ok: true });
		await until(() => watcher.seq === sender.seq);

		const goneAt = performance.now();
		await link.take(absence);
		const seen = reader.text();
		const saved = writers.map(({ savedClock }) => savedClock);
		const seq = watcher.seq;
		const words: string[] = [];
		const answers = new Map<string, Promise<Answer>>();
		let noticedAfter: number | null = null;
		const asking = (async () => {
			while (await server.app.ready()) await new Promise(setImmediate);
			noticedAfter = performance.now() - goneAt;
		})();
		let late: Writer | null = null;
		while (performance.now() - goneAt < AWAY_FOR) {
			for (const [n, each] of writers.entries()) {
				const word = `[${n}.${words.length}]`;
				words.push(word);
				each.type(word);
			}
			const ref = `k${answers.size}`;
			if (answers.size < 20) answers.set(ref, insist(sender, ref, comment(ref)));
			late ??= performance.now() - goneAt > AWAY_FOR / 2 ? writer('p1') : null;
			await new Promise((resolve) => setTimeout(resolve, 100));
			server.time.now += 100; // on which a sender may be too fast
			expect(reader.text(), 'nobody sees what is not saved').toBe(seen);
			expect(
				writers.map(({ savedClock }) => savedClock),
				'nothing is said to be saved'
			).toEqual(saved);
			expect(watcher.seq, 'nothing has happened').toBe(seq);
		}
		expect(noticedAfter, 'it is noticed').toBeLessThan(NOTICED_WITHIN);
		await asking;

		const backAt = performance.now();
		await link.giveBack();
		const left = () => Math.max(1, backAt + BACK_WITHIN - performance.now());
		await until(() => writers.every(({ isSaved, synced }) => isSaved && synced), left());
		const flushedAfter = performance.now() - backAt;
		await until(async () => server.app.ready(), left());
		await until(() => reader.text() === writers[0]?.text() && reader.text() === writers[1]?.text(), left());
		await until(() => late?.text() === reader.text(), left());
		for (const word of words) expect(reader.text().split(word).length - 1, `${word} stands once`).toBe(1);

		for (const [ref, answer] of answers) {
			const { ok, seq: at } = (await answer) as { ok: boolean; seq: number };
			expect(ok, ref).toBe(true);
			await until(() => watcher.seq >= at, 5_000);
			expect(
				watcher.events
					.filter((event) => event.type === 'comment.posted' && event.comment === ref)
					.map((event) => event.seq)
			).toEqual([at]);
		}
		const answeredAfter = performance.now() - backAt;
		const log = await server.app.log.events('mtg', 0, 1_000);
		expect(log).toEqual(watcher.events);
		expect(log.filter(({ type }) => type === 'comment.posted')).toHaveLength(1 + answers.size);
		const fresh = writer('m02');
		await until(() => fresh.synced);
		expect(plain(fresh.doc, 'a1')).toBe(reader.text());
		const round = (ms: number | null) => Math.round(ms ?? 0);
		console.log(
			`${absence}: noticed after ${round(noticedAfter)} ms, saved ${round(flushedAfter)} ms and all answered ${round(answeredAfter)} ms after its return`
		);
	}
);

test(
	'a page that connects meanwhile is told so, and may come again',
	{ timeout: 30_000 },
	async (context) => {
		const { link, client } = await hall(context);
		await link.take('refused');
		const page = client('m04');
		await expect(page.ready()).rejects.toThrow('unavailable');
		await link.giveBack();
		page.socket.connect();
		await until(() => page.seq > 0, BACK_WITHIN);
	}
);

test(
	'what was committed while its answer was lost is shown by itself, and happened once',
	{ timeout: 60_000 },
	async (context) => {
		const { server, link, writer, client } = await hall(context);
		const page = client('m01');
		await until(() => page.seq > 0);
		const room = await server.app.rooms.get('mtg');
		const add = (ref: string): Command => ({
			type: 'item.add',
			ref,
			title: `Mục ${ref}`,
			phase: 'content',
			minutes: 5,
			after: 'a2'
		});
		const send = (ref: string) =>
			room?.submit({ account: 'console', person: 'm01', wallOf: null }, ref, add(ref));
		// A statement that a connection never saw is only described at first: each must have seen this one.
		for (let n = 0; n < KNOWN_BY_ALL; n += 1) expect(await send(`w${n}`)).toMatchObject({ ok: true });
		await until(() => page.seq === room?.seq);
		const before = page.seq;
		const reader = writer('m04', 'agenda', 'new');
		await until(() => reader.synced);
		await link.take('deaf');
		expect(await send('new')).toEqual({ ok: false, code: 'unavailable' });
		expect(page.seq).toBe(before);

		await link.giveBack();
		await until(() => page.seq > before, FOUND_WITHIN);
		await until(() => reader.text() === 'Mục new', BACK_WITHIN);
		expect(await send('new')).toEqual({ ok: true, seq: before + 1 });
		const log = await server.app.log.events('mtg', before, 100);
		expect(log.map(({ type }) => type)).toEqual(['item.added']);
	}
);
