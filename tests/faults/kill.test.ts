/**
 * P1: seen means saved. The server, the database, or both are killed with SIGKILL at random moments while
 * people type and comment; nothing that anybody was shown, or was told is saved, may be lost, doubled or changed.
 */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../server/db/embedded.ts';
import { freshDatabase } from '../database.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { Client, startOn, until } from '../support/server.ts';
import { Writer } from '../support/writer.ts';
import { Crowd } from './crowd.ts';

const TRIALS = Number(process.env.KILL_TRIALS ?? 3);
/** Edits a second by others in the same text, while these people type. */
const OTHERS = Number(process.env.KILL_OTHERS ?? 0);
const EDITORS = ['m01', 'm03', 'o1'];

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

interface Hall {
	readonly server: ServerProcess;
	readonly cookies: Record<string, string>;
	/** SIGKILL to the database; it comes back by itself or with the server. */
	killDatabase?(): Promise<void>;
}

async function onOwnDatabase(): Promise<Hall> {
	const database = await freshDatabase();
	endings.push(() => database.drop());
	return hall(database.url, { DATABASE_URL: database.url, DATA_DIR: await folder() });
}

async function onEmbedded(): Promise<Hall> {
	const dataDir = await folder();
	const database = await startEmbedded({ dataDir, log: () => {} });
	const made = await hall(database.url, { DATA_DIR: dataDir, DATABASE_URL: '' }, () => database.stop());
	const pid = async () =>
		Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
	return { ...made, killDatabase: async () => void process.kill(await pid(), 'SIGKILL') };
}

async function hall(
	url: string,
	env: NodeJS.ProcessEnv,
	prepared: () => Promise<void> = async () => {}
): Promise<Hall> {
	const first = await startOn(url);
	const cookies: Record<string, string> = {};
	for (const person of [...EDITORS, 'm04', 'm02']) cookies[person] = await first.cookie(person);
	await first.close();
	await prepared();
	const server = new ServerProcess(await freePort(), env);
	endings.push(() => server.kill('SIGTERM'));
	await server.start();
	return { server, cookies };
}

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-kill-'));
	await chmod(made, 0o755);
	endings.push(() => rm(made, { recursive: true, force: true }));
	return made;
}

/** As a page comes in: where the database is away at the very moment of the handshake, it asks again. */
async function admitted({ socket, events }: Client): Promise<void> {
	socket.on('connect_error', ({ message }) => {
		if (message === 'unavailable') setTimeout(() => socket.connect(), 100);
	});
	await until(() => events.length > 0, 10_000);
}

/** Runs one trial after another on one hall; `strike` kills, and the hall must be whole again afterwards. */
async function endure({ server, cookies }: Hall, strike: () => Promise<void>): Promise<void> {
	const cookie = (person: string) => cookies[person] ?? '';
	const editors = EDITORS.map((person) => new Writer(server.port, cookie(person), 'minutes', 'a1'));
	const reader = new Writer(server.port, cookie('m04'), 'minutes', 'a1');
	const commenter = new Client(server, cookie('m02'));
	const watcher = new Client(server, cookie('m04'));
	endings.push(() => [...editors, reader, commenter, watcher].forEach((each) => each.close()));
	await until(() => [...editors, reader].every(({ synced }) => synced));
	await until(() => commenter.seq > 0 && watcher.seq > 0);

	const crowd = new Crowd(server.port, cookie(EDITORS[0] ?? ''), { document: 'minutes', block: 'a2' });
	endings.push(() => void crowd.leave());
	let shownOfOthers = 0;
	let made = 0;
	const tokens: { token: string; editor: Writer; clock: number }[] = [];
	const acknowledged = new Map<string, number>();
	for (let trial = 0; trial < TRIALS; trial++) {
		await crowd.come(OTHERS);
		const stopAt = performance.now() + 300 + Math.random() * 900;
		const pending: Promise<unknown>[] = [];
		while (performance.now() < stopAt) {
			for (const editor of editors) {
				const token = `<${++made}>`;
				tokens.push({ token, editor, clock: editor.type(token) });
			}
			crowd.type();
			const ref = `k${made}`;
			const answer = commenter.raw({
				id: `c${made}`,
				type: 'comment.post',
				ref,
				on: { kind: 'item', ref: 'a1' },
				text: ref
			});
			pending.push(
				answer.then(
					(got) => got.ok && acknowledged.set(ref, got.seq),
					() => null
				)
			);
			await new Promise((resolve) => setTimeout(resolve, 40));
		}
		const seen = reader.text();
		const saved = tokens.filter(({ editor, clock }) => clock <= editor.savedClock).map(({ token }) => token);
		const events = watcher.events.map(({ seq, type }) => `${seq} ${type}`);
		const others = crowd.leave();
		shownOfOthers += others.length;
		await strike();

		const fresh = new Writer(server.port, cookie('m04'), 'minutes', 'a1');
		await until(() => fresh.synced, 20_000);
		const loaded = fresh.text();
		for (const token of seen.match(/<\d+>/g) ?? []) expect(loaded, `seen ${token} is lost`).toContain(token);
		for (const token of saved) expect(loaded, `saved ${token} is lost`).toContain(token);
		for (const mark of others)
			expect(fresh.doc.getXmlFragment('a2').toString(), `${mark} of the crowd`).toContain(mark);
		fresh.close();
		const again = new Client(server, cookie('m04'));
		await admitted(again);
		const log = again.events.map(({ seq, type }) => `${seq} ${type}`);
		expect(log.slice(0, events.length)).toEqual(events);
		again.close();
		await Promise.all(pending);
		await until(() => editors.every((editor) => editor.synced && editor.isSaved), 20_000);
	}
	await until(() => editors.every((editor) => editor.text() === reader.text()), 20_000);
	const text = reader.text();
	for (const { token } of tokens) expect(text.split(token).length - 1, `${token} stands once`).toBe(1);
	const last = new Client(server, cookie('m04'));
	await admitted(last);
	for (const [ref, seq] of acknowledged) {
		const posted = last.events.filter((event) => event.type === 'comment.posted' && event.comment === ref);
		expect(
			posted.map((event) => event.seq),
			`${ref} stands once`
		).toEqual([seq]);
	}
	last.close();
	expect(acknowledged.size).toBeGreaterThan(0);
	if (OTHERS > 0) expect(shownOfOthers).toBeGreaterThan(0);
}

describe('killed while people type', () => {
	test('the server, on a database of one’s own', { timeout: 240_000 }, async () => {
		const made = await onOwnDatabase();
		await endure(made, async () => {
			await made.server.kill('SIGKILL');
			await made.server.start();
		});
	});

	test('the server, on the embedded database', { timeout: 240_000 }, async () => {
		const made = await onEmbedded();
		await endure(made, async () => {
			await made.server.kill('SIGKILL');
			await made.server.start();
		});
	});

	test('the embedded database', { timeout: 240_000 }, async () => {
		const made = await onEmbedded();
		await endure(made, async () => {
			await made.killDatabase?.();
			await until(
				() =>
					fetch(`http://127.0.0.1:${made.server.port}/readyz`).then(
						({ ok }) => ok,
						() => false
					),
				30_000
			);
		});
	});

	test('both at once', { timeout: 240_000 }, async () => {
		const made = await onEmbedded();
		await endure(made, async () => {
			await Promise.all([made.server.kill('SIGKILL'), made.killDatabase?.()]);
			await made.server.start();
		});
	});
});

test(
	'told to stop, the server tells its clients, saves and exits within five seconds',
	{ timeout: 60_000 },
	async () => {
		const { server, cookies } = await onOwnDatabase();
		const writer = new Writer(server.port, cookies.m01 ?? '', 'minutes', 'a1');
		const client = new Client(server, cookies.m04 ?? '');
		endings.push(() => [writer, client].forEach((each) => each.close()));
		await until(() => writer.synced && client.seq > 0);
		writer.type('trước khi dừng');
		await until(() => writer.isSaved);
		const told = new Promise((resolve) => client.socket.once('disconnect', resolve));
		const from = performance.now();
		expect(await server.kill('SIGTERM')).toBe(0);
		expect(performance.now() - from).toBeLessThan(5_000);
		await told;
		await server.start();
		const fresh = new Writer(server.port, cookies.m04 ?? '', 'minutes', 'a1');
		endings.push(() => fresh.close());
		await until(() => fresh.synced);
		expect(fresh.text()).toContain('trước khi dừng');
	}
);
