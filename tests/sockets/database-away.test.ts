/**
 * The database goes away while people write and send commands, and comes back (P1, P2, R3): nothing is said to
 * be saved and nobody sees what is not; afterwards everything is there, once.
 */
import { afterEach, expect, test } from 'vitest';
import type { Answer, Command } from '../../src/lib/meeting/contract.ts';
import { freshDatabase } from '../database.ts';
import { Link, type Absence } from '../support/link.ts';
import { Client, startOn, until } from '../support/server.ts';
import { plain, Writer } from '../support/writer.ts';

const AWAY_FOR = 7_000;
const NOTICED_WITHIN = 5_000;
const BACK_WITHIN = 5_000;

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function hall() {
	const database = await freshDatabase();
	endings.push(() => database.drop());
	const link = await Link.to(database.url);
	endings.push(() => link.close());
	const server = await startOn(link.url);
	endings.push(() => server.close());
	const cookies = new Map<string, string>();
	for (const person of ['m01', 'm02', 'm03', 'm04', 'p1', 'o1'])
		cookies.set(person, await server.cookie(person));
	const cookie = (person: string) => cookies.get(person) ?? '';
	const writer = (person: string) => {
		const made = new Writer(server.port, cookie(person), 'minutes', 'a1');
		endings.push(() => made.close());
		return made;
	};
	const client = (person: string) => {
		const made = new Client(server, cookie(person));
		endings.push(() => made.close());
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
test.each(ABSENCES)('the database is away for some seconds: %s', { timeout: 60_000 }, async (absence) => {
	const { server, link, writer, client } = await hall();
	const writers = [writer('m03'), writer('o1')];
	const reader = writer('m04');
	const sender = client('m02');
	const watcher = client('m01');
	await until(() => [...writers, reader].every(({ synced }) => synced) && sender.seq > 0 && watcher.seq > 0);
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
});
