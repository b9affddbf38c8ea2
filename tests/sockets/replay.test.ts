/**
 * A meeting by chance, with real connections and real writers, seen live after every act; its replay, as the record's
 * reader gets it, must show the same at 200 of these moments. `REPLAY_SEED=<seed>` plays another.
 */
import * as Y from 'yjs';
import { afterEach, expect, test } from 'vitest';
import { visitRecord } from '../../server/pages/record.ts';
import { jsonOf, replayOf } from '../../server/replay/replay.ts';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { blocksOf, documentsOf } from '../../src/lib/documents/blocks.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { house, type Meeting } from '../../src/lib/meeting/state.ts';
import { documentRight } from '../../src/lib/people/may.ts';
import type { Replay } from '../../src/lib/replay/contract.ts';
import { foldingOf } from '../../src/lib/replay/folding.ts';
import { countAt, reached } from '../../src/lib/replay/moments.ts';
import { nodesOf, standingAt, writtenOf } from '../../src/lib/replay/text.ts';
import { AnyCommand, PEOPLE } from '../support/any-command.ts';
import { Chance } from '../support/chance.ts';
import { Client, startServer, until, type TestServer } from '../support/server.ts';
import { Writer } from '../support/writer.ts';

const SEED = Number(process.env.REPLAY_SEED ?? 1975);
const ACTS = 320;
const POINTS = 200;
const SECRET = 'lời chỉ người ở trong nghe';

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

interface Seen {
	readonly at: number;
	/** When the next act came. */
	until: number;
	readonly seq: number;
	readonly meeting: string;
	readonly texts: Readonly<Record<string, { readonly seq: number; readonly blocks: unknown }>>;
}

interface Seat {
	readonly writer: Writer;
	readonly person: string;
	readonly document: AnyDocument;
}

class Evening {
	readonly chance = new Chance(SEED);
	readonly seen: Seen[] = [];
	readonly #commands = new AnyCommand(this.chance);
	readonly #clients = new Map<string, Client>();
	readonly #writers: Seat[] = [];
	readonly server: TestServer;

	constructor(server: TestServer) {
		this.server = server;
	}

	async sitDown(): Promise<void> {
		for (const person of PEOPLE) {
			const client = await new Client(this.server, await this.server.cookie(person)).ready();
			endings.push(() => client.close());
			this.#clients.set(person, client);
		}
		await this.write('m03', 'minutes', 'a1');
		await this.write('m04', 'agenda', 'a2');
		await this.write('o2', 'resolution', 'c1');
		await this.write('m02', 'minutes', 'opening');
	}

	async write(person: string, document: AnyDocument, block: string): Promise<Writer> {
		const writer = new Writer(this.server.port, await this.server.cookie(person), document, block);
		endings.push(() => writer.close());
		this.#writers.push({ writer, person, document });
		await until(() => writer.synced);
		return writer;
	}

	get last(): Meeting {
		return JSON.parse(this.seen.at(-1)?.meeting ?? '') as Meeting;
	}

	/** No question stands in the way of what comes next. */
	async settle(): Promise<void> {
		for (const { id, state } of this.last.votes)
			if (state === 'put' || state === 'open') await this.must('m01', { type: 'vote.cancel', vote: id });
	}

	/** Seen, and a while goes by. */
	async act(person: string, command: Command): Promise<boolean> {
		const answer = await this.#clients.get(person)?.send(command);
		await this.look();
		return answer?.ok === true;
	}

	async must(person: string, command: Command): Promise<void> {
		expect(await this.act(person, command), `${person} ${command.type}`).toBe(true);
	}

	async any(): Promise<void> {
		if (this.chance.next() < 0.35) return this.#type(this.chance.one(this.#writers));
		const isChair = this.chance.next() < 0.6;
		await this.act(
			isChair ? 'm01' : this.chance.one(PEOPLE),
			isChair ? this.#commands.ofChair() : this.#commands.ofAnybody()
		);
	}

	/** Types, takes away, makes bold, begins a paragraph, where they may. */
	async #type({ writer, person, document }: Seat): Promise<void> {
		const { chance } = this;
		if (documentRight(house(this.last), person, document) !== 'edit') return;
		await until(() => writer.synced);
		const fragment = writer.doc.getXmlFragment(writer.block);
		const paragraph = fragment
			.toArray()
			.find((node) => node instanceof Y.XmlElement && node.nodeName === 'paragraph');
		const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
		chance.one<() => unknown>([
			() => writer.type(chance.one(['một câu. ', 'Hai ', 'ba, ', 'bốn! '])),
			() => words instanceof Y.XmlText && words.length > 4 && words.delete(chance.below(words.length - 3), 3),
			() => words instanceof Y.XmlText && words.insert(chance.below(words.length + 1), 'chen '),
			() =>
				words instanceof Y.XmlText &&
				words.length > 4 &&
				words.format(chance.below(words.length - 3), 3, { strong: {} }),
			() => {
				const next = new Y.XmlElement('paragraph');
				next.insert(0, [new Y.XmlText('Đoạn mới.')]);
				fragment.insert(chance.below(fragment.length + 1), [next]);
			},
			() => fragment.length > 3 && fragment.delete(chance.below(fragment.length), 1)
		])();
		// What is only taken away moves no clock: the letter after it says when all of it is saved.
		writer.type('.');
		await until(() => writer.isSaved);
		await this.look();
	}

	/** The room and its texts as they are live, all at the same moment. */
	async look(): Promise<void> {
		const room = await this.server.app.rooms.get('mtg');
		if (!room) throw new Error('no room');
		const names = documentsOf(room.meeting);
		const open = await Promise.all(names.map((name) => this.server.app.documents.open('mtg', name)));
		const texts = names.map((name, index) => [
			name,
			{ seq: open[index]?.seq ?? 0, blocks: open[index]?.json(blocksOf(room.meeting, name)) }
		]);
		const { time } = this.server;
		const at = time.now;
		time.now += 1000 * (1 + this.chance.below(30));
		this.seen.push({
			at,
			until: time.now,
			seq: room.seq,
			meeting: JSON.stringify(room.meeting),
			texts: Object.fromEntries(texts) as Seen['texts']
		});
	}
}

async function readBy({ app, cookie }: TestServer, person: string): Promise<Replay | null> {
	const found = await app.auth.principal(await cookie(person));
	const visit = await visitRecord(app, found?.principal ?? null, 'mtg');
	const replay = visit && (await replayOf(app, visit));
	if (!replay) return null;
	let text = '';
	for await (const piece of jsonOf(replay)) text += piece;
	return JSON.parse(text) as Replay;
}

/** What the record leaves out of words that were taken back or kept to somebody is left out of the comparison. */
function bare({ recent: _, comments, opinions, ...rest }: Meeting) {
	return {
		...rest,
		comments: comments.map(({ id, person, status, on }) => ({ id, person, status, on })),
		opinions: opinions.written
	};
}

test(
	`[RP3] at ${POINTS} moments by chance the replay is what was live: seed ${SEED}`,
	{ timeout: 120_000 },
	async () => {
		const server = await startServer();
		endings.push(() => server.close());
		const evening = new Evening(server);
		await evening.sitDown();
		for (const person of ['m01', 'm02', 'm03', 'm04', 'p1'])
			await evening.must(person, { type: 'attendance.check-in', method: 'self' });
		for (const person of ['o1', 'o2']) await evening.must(person, { type: 'observer.join' });
		await evening.must('m01', { type: 'meeting.open' });
		while (evening.seen.length < ACTS / 2) await evening.any();
		await evening.settle();
		await evening.must('m01', { type: 'closed.begin', keepOut: ['o1'] });
		const [section = ''] = evening.last.closed[0]?.sections ?? [];
		const inside = await evening.write('m02', 'closed-1', section);
		inside.type(SECRET);
		await until(() => inside.isSaved);
		await evening.look();
		for (let acts = 0; acts < 20; acts += 1) await evening.any();
		await evening.must('m01', { type: 'closed.end' });
		while (evening.seen.length < ACTS) await evening.any();
		await evening.settle();
		await evening.must('m01', { type: 'meeting.end' });

		const replay = await readBy(server, 'm01');
		if (!replay) throw new Error('the chair reads it');
		const times = reached(replay.events.map(({ at }) => at));
		const folding = foldingOf<Meeting>(replay.events, evolve);
		const at200 = Array.from({ length: POINTS }, () => evening.chance.one(evening.seen));
		for (const { at, until: next, seq, meeting, texts } of at200) {
			const instant = at + evening.chance.below(next - at);
			expect(countAt(times, instant)).toBe(seq);
			const then = folding.after(seq);
			expect(bare(then), `event ${seq}`).toEqual(bare(JSON.parse(meeting) as Meeting));
			for (const [name, live] of Object.entries(texts)) {
				const history = replay.texts[name];
				if (!history) throw new Error(`no ${name}`);
				const step = countAt(reached(history.ats), instant);
				expect(history.seqs[step - 1] ?? 0, `${name} at event ${seq}`).toBe(live.seq);
				const blocks = blocksOf(then, name as AnyDocument).map((id) => ({
					type: 'block',
					attrs: { id },
					content: nodesOf(standingAt(history, id, step))
				}));
				expect({ type: 'document', content: blocks }, `${name} at event ${seq}`).toEqual(live.blocks);
			}
		}
		expect(new Set(replay.events.map(({ type }) => type)).size).toBeGreaterThan(25);
		const closed = replay.texts['closed-1'];
		expect(closed && writtenOf(standingAt(closed, section, 2)).text).toBe(SECRET);

		const secret = new Set(
			folding
				.after(replay.events.length)
				.votes.flatMap(({ id, ballot }) => (ballot.startsWith('secret') ? [id] : []))
		);
		for (const event of replay.events)
			if (event.type === 'ballot.recorded' && secret.has(event.vote)) expect(event.choice).toBeNull();
		// Whoever may not read the record whole gets none of it, were they inside or not.
		for (const person of ['m03', 'o1', 'o2']) expect(await readBy(server, person)).toBeNull();
	}
);
