/**
 * Any order of joins, drops and commands ends in one room: what each client folds is what the server folds for
 * that viewer, and the words each was told are the server's. A failing seed is in the test's name and message;
 * `CONVERGENCE_SEED=<seed>` plays it alone.
 */
import { afterEach, expect, test } from 'vitest';
import { stateFor } from '../../server/pages/room-data.ts';
import type { Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { AnyCommand, MEMBERS, PEOPLE } from '../support/any-command.ts';
import { Chance } from '../support/chance.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const SEEDS = process.env.CONVERGENCE_SEED
	? [Number(process.env.CONVERGENCE_SEED)]
	: [1, 2, 3, 5, 7, 42, 1975, 2026, 31_415, 65_537];
const STEPS = 200;
const TEXTS = ['agenda', 'minutes', 'resolution'] as const;

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

/** Somebody's page: what the server told it, over however many connections, and the commands it still owes. */
class Page {
	readonly person: string;
	readonly client: Client;
	/** By command: every different answer. */
	readonly answers = new Map<string, Set<string>>();
	readonly #underway = new Set<Promise<void>>();

	constructor(person: string, client: Client) {
		this.person = person;
		this.client = client;
	}

	get isIdle(): boolean {
		return this.#underway.size === 0;
	}

	/** Sends it, perhaps often, and again under the same id until it is answered: as a page does. */
	send(id: string, command: Command, times: number): void {
		for (let n = 0; n < times; n++) {
			const sent = this.#insist(id, command).finally(() => this.#underway.delete(sent));
			this.#underway.add(sent);
		}
	}

	async #insist(id: string, command: Command): Promise<void> {
		for (;;) {
			const answer = await this.client.socket
				.timeout(1_000)
				.emitWithAck('command', { id, ...command })
				.catch(() => null);
			if (!answer || (!answer.ok && (answer.code === 'unavailable' || answer.code === 'too-fast'))) {
				await new Promise((resolve) => setTimeout(resolve, 50));
				continue;
			}
			const answers = this.answers.get(id) ?? new Set();
			this.answers.set(id, answers.add(JSON.stringify(answer)));
			return;
		}
	}

	/** As a page takes them: what it has already is passed over, as when two connections overlap. */
	events(): LoggedEvent[] {
		const taken: LoggedEvent[] = [];
		for (const event of this.client.events) if (event.seq > (taken.at(-1)?.seq ?? 0)) taken.push(event);
		return taken;
	}

	fold(): Meeting | null {
		return this.events().reduce<Meeting | null>((meeting, event) => evolve(meeting, event), null);
	}

	/** The words as the page shows them. */
	texts(): Record<string, string> {
		return Object.fromEntries(
			this.client.texts.map(({ document, block, text }) => [`${document}/${block}`, text])
		);
	}
}

class Run {
	readonly chance: Chance;
	readonly server: TestServer;
	readonly pages: Page[] = [];
	readonly #writers: Writer[];
	readonly #commands: AnyCommand;
	#made = 0;

	constructor(seed: number, server: TestServer, writers: Writer[]) {
		this.chance = new Chance(seed);
		this.#commands = new AnyCommand(this.chance);
		this.server = server;
		this.#writers = writers;
	}

	/** Who decides much of what there is to decide. */
	get chair(): Page {
		const [first] = this.pages;
		if (!first) throw new Error('nobody has joined');
		return first;
	}

	async join(person: string): Promise<void> {
		const client = new Client(this.server, await this.server.cookie(person), 'mtg', { withTexts: true });
		endings.push(() => client.close());
		this.pages.push(new Page(person, client));
	}

	async step(): Promise<void> {
		const { chance } = this;
		const page = chance.weighted([
			[1, this.chair],
			[1, chance.one(this.pages)]
		]);
		switch (
			chance.weighted([
				[10, 'command'],
				[2, 'break'],
				[1, 'leave'],
				[2, 'return'],
				[1, 'join'],
				[3, 'write'],
				[2, 'lobby']
			] as const)
		) {
			case 'command':
				return page.send(
					`c${++this.#made}`,
					page === this.chair ? this.#commands.ofChair() : this.#commands.ofAnybody(),
					chance.weighted([
						[4, 1],
						[1, 2],
						[1, 5]
					])
				);
			case 'break':
				return breakLink(page.client);
			case 'leave':
				return void page.client.socket.disconnect();
			case 'return':
				return void page.client.socket.connect();
			case 'join':
				return this.pages.length < 16 ? this.join(chance.one(PEOPLE)) : undefined;
			case 'write':
				return void chance.one(this.#writers).type(chance.one(['một ', 'hai ', 'ba ']));
			case 'lobby':
				return this.#knock();
		}
	}

	/** A device that has no name yet asks to be let in, as the joining page does for it. */
	async #knock(): Promise<void> {
		const { account } = await this.server.app.auth.newDevice();
		const room = await this.server.app.rooms.get('mtg');
		const knock = this.#commands.knock();
		await room?.submit({ account, person: null, wallOf: null }, knock.ref, knock);
	}
}

/** A link that is only being made would be waited for until its own time limit. */
function breakLink({ socket }: Client): void {
	if (socket.connected) socket.io.engine.close();
}

async function everybodyBack({ pages, server }: Run): Promise<void> {
	for (const { client } of pages) client.socket.connect();
	await until(() => {
		server.time.now += 100; // on which a sender who was too fast waits
		return pages.every(({ isIdle }) => isIdle);
	}, 20_000);
	const room = await server.app.rooms.get('mtg');
	await until(() => pages.every(({ client }) => client.seq === room?.seq), 10_000);
}

async function wordsOf({ app }: TestServer): Promise<Record<string, string>> {
	const words: Record<string, string> = {};
	for (const name of TEXTS) {
		for (const [block, { text }] of Object.entries((await app.documents.open('mtg', name))?.whole() ?? {}))
			words[`${name}/${block}`] = text;
	}
	return words;
}

test.each(SEEDS)('everybody ends in the same room: seed %i', { timeout: 90_000 }, async (seed) => {
	const server = await startServer();
	endings.push(() => server.close());
	const writers: Writer[] = [];
	for (const [person, document, block] of [
		['m03', 'minutes', 'a1'],
		['m04', 'agenda', 'a2'],
		['o2', 'resolution', 'c1']
	] as const) {
		writers.push(new Writer(server.port, await server.cookie(person), document, block));
	}
	endings.push(() => writers.forEach((writer) => writer.close()));
	const run = new Run(seed, server, writers);
	for (const person of PEOPLE) await run.join(person);
	run.chair.send('present', { type: 'attendance.check-in-all', members: MEMBERS }, 1);
	run.chair.send('open', { type: 'meeting.open' }, 1);
	for (let step = 0; step < STEPS; step++) {
		server.time.now += run.chance.below(2_000);
		await run.step();
		if (run.chance.next() < 0.3) await new Promise(setImmediate);
	}
	await everybodyBack(run);

	const room = await server.app.rooms.get('mtg');
	if (!room) throw new Error('the meeting is gone');
	const log = await server.app.log.events('mtg', 0, 10_000);
	expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: room.seq }, (_, n) => n + 1));
	const commands = log
		.filter(({ command }) => command?.startsWith('c'))
		.map(({ by, command, seq }) => ({ key: `${by} ${command}`, seq }));
	for (const { key } of commands) {
		const seqs = commands.filter((other) => other.key === key).map(({ seq: at }) => at);
		expect(Math.max(...seqs) - Math.min(...seqs), `${key} happened once`).toBe(seqs.length - 1);
	}
	for (const page of run.pages) {
		const seqs = page.events().map(({ seq }) => seq);
		expect(seqs, `seed ${seed}: ${page.person} has every number`).toEqual(log.map(({ seq }) => seq));
		const wanted = stateFor(room, { person: page.person, device: '' }).meeting;
		const folded = page.fold();
		// What may still be taken back is remembered as it was told, before a later withdrawal or office.
		expect(folded && { ...folded, recent: null }, `seed ${seed}: the room of ${page.person}`).toEqual(wanted);
		for (const [id, answers] of page.answers)
			expect(answers.size, `seed ${seed}: ${id} is answered alike, ${[...answers].join(' ')}`).toBe(1);
	}
	const words = await wordsOf(server);
	for (const page of run.pages) {
		await expect
			.poll(() => page.texts(), {
				message: `seed ${seed}: the words on the page of ${page.person}`,
				timeout: 3_000
			})
			.toEqual(words);
	}
});
