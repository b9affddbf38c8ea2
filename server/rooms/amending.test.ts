/** Amendments in the room: the event and the clause's new words are one transaction, and what the rules say comes true. */
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { member, setup, START } from '../../tests/support/meeting.ts';
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import { takenIn, type Draft } from '../../src/lib/amendments/draft.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import type { Answer, Command, LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { decide } from '../../src/lib/meeting/decide.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { factWords } from '../../src/lib/meeting/fact-words.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { createDocuments, newDocument } from '../documents/documents.ts';
import { textOf } from '../documents/text.ts';
import { setText } from '../documents/write.ts';
import { memoryLog } from '../log/memory.ts';
import type { Append, Log } from '../log/port.ts';
import { LiveRoom } from './live-room.ts';
import { writings } from './scribe.ts';

const people = [member('m01', { office: 'secretary' }), member('m02'), member('m03')];
const CLAUSE = 'Vận động 70% số hộ. Đồng chí Khải chủ trì.';

interface Hall {
	readonly room: LiveRoom;
	readonly log: Log;
	/** What was appended, group by group; may be made to fail. */
	readonly groups: Append[][];
	failNext(error: Error): void;
	act(by: string, command: Command): Promise<Answer>;
	text(block: string): Promise<string>;
}

async function hall(): Promise<Hall> {
	const memory = memoryLog();
	const groups: Append[][] = [];
	let failure: Error | null = null;
	const log: Log = {
		...memory,
		async append(group) {
			const error = failure;
			failure = null;
			if (error) throw error;
			await memory.append(group);
			groups.push([...group]);
		}
	};
	const made: LoggedEvent = {
		type: 'meeting.created',
		setup: setup({ people, facilitator: null }),
		seq: 1,
		at: START,
		by: 'm01'
	};
	await memory.append([
		{ stream: 'meeting', meeting: 'mtg', expected: 0, events: [made] },
		...DOCUMENTS.map((name) =>
			newDocument(`mtg/${name}`, 'm01', START, (doc) =>
				setText(doc, 'c2', name === 'resolution' ? CLAUSE : '')
			)
		)
	]);
	const rooms = new Map<string, LiveRoom>();
	const documents = createDocuments({
		log,
		clock: () => START,
		identify: async () => null,
		originAllowed: () => true,
		report: () => undefined,
		house: {
			meeting: async (id) => {
				const room = rooms.get(id);
				if (!room) return null;
				return {
					right: () => 'edit',
					blocks: (name) => blocksOf(room.meeting, name),
					person: (person) => room.meeting.people[person]
				};
			}
		}
	});
	onTestFinished(() => documents.close());
	const open = async (name: AnyDocument) => {
		const document = await documents.open('mtg', name);
		if (!document) throw new Error(`no ${name}`);
		return document;
	};
	const room = await LiveRoom.load('mtg', {
		log,
		clock: () => START,
		document: (_, name) => open(name),
		lookAgain: () => undefined,
		closing: new AbortController().signal,
		roomCode: () => true,
		termOf: async () => null,
		committed: () => undefined
	});
	if (!room) throw new Error('no room');
	rooms.set('mtg', room);
	let sent = 0;
	const act = (by: string, command: Command) =>
		room.submit({ account: by, person: by, wallOf: null }, `t-${(sent += 1)}`, command);
	for (const by of ['m01', 'm02', 'm03']) await act(by, { type: 'attendance.check-in', method: 'self' });
	await act('m01', { type: 'meeting.open' });
	return {
		room,
		log,
		groups,
		failNext: (error) => void (failure = error),
		act,
		text: async (block) => (await open('resolution')).text(block)
	};
}

const propose = (ref: string, text = 'Vận động 80% số hộ.'): Command => ({
	type: 'amendment.propose',
	ref,
	kind: 'replace-clause',
	clause: 'c2',
	text
});
const accept: Command = { type: 'amendment.accept', amendment: 'x1' };

/** What stands on disk: how many events and batches, and the clause's words. */
async function onDisk(log: Log) {
	const events = await log.events('mtg', 0, 1_000);
	const stored = await log.since('mtg/resolution', 0);
	const doc = new Y.Doc();
	for (const { parts } of stored?.batches ?? []) for (const { update } of parts) Y.applyUpdate(doc, update);
	return { events: events.length, batches: stored?.seq ?? 0, text: textOf(doc, 'c2') };
}

describe('[AM4] the event and the words', () => {
	test('are one append, and the words are written in the name of who took them in', async () => {
		const { act, groups, log, text } = await hall();
		await act('m03', propose('x1'));
		const before = groups.length;
		expect(await act('m01', accept)).toMatchObject({ ok: true });
		expect(await text('c2')).toBe('Vận động 80% số hộ.');
		expect(groups.slice(before)).toHaveLength(1);
		const group = groups.at(-1) ?? [];
		const written = group.flatMap((append) => {
			if (append.stream === 'document')
				return [`${append.document} by ${append.parts.map(({ author }) => author).join()}`];
			return append.stream === 'meeting' ? [append.events.map(({ type }) => type).join()] : [];
		});
		expect(written).toEqual(['amendment.settled', 'mtg/resolution by m01', 'mtg/minutes by m01']);
		expect((await onDisk(log)).text).toBe('Vận động 80% số hộ.');
	});

	test('are neither there when the append fails, and both when it is tried again', async () => {
		const { act, failNext, log, room, text } = await hall();
		await act('m03', propose('x1'));
		const before = await onDisk(log);
		failNext(new Error('the disk is full'));
		expect(await act('m01', accept)).toEqual({ ok: false, code: 'unavailable' });
		expect(await onDisk(log)).toEqual(before);
		expect(await text('c2')).toBe(CLAUSE);
		expect(room.meeting.amendments[0]?.outcome).toBeNull();
		expect(await act('m01', accept)).toMatchObject({ ok: true });
		const after = await onDisk(log);
		expect(after).toEqual({
			events: before.events + 1,
			batches: before.batches + 1,
			text: 'Vận động 80% số hộ.'
		});
	});

	test('are judged by the words that another process has committed meanwhile', async () => {
		const { act, log, text } = await hall();
		await act('m03', propose('x1'));
		const stored = await log.since('mtg/resolution', 0);
		const doc = new Y.Doc();
		for (const { parts } of stored?.batches ?? []) for (const { update } of parts) Y.applyUpdate(doc, update);
		const seen = Y.encodeStateVector(doc);
		setText(doc, 'c2', `${CLAUSE} Thêm một câu.`);
		await log.append([
			{
				stream: 'document',
				document: 'mtg/resolution',
				expected: stored?.seq ?? 0,
				epoch: stored?.epoch ?? 0,
				raiseEpoch: false,
				parts: [{ author: 'm02', at: START, update: Y.encodeStateAsUpdate(doc, seen) }],
				clients: [{ client: doc.clientID, person: 'm02' }]
			}
		]);
		expect(await act('m01', accept)).toEqual({ ok: false, code: 'text-changed' });
		expect(await text('c2')).toBe(`${CLAUSE} Thêm một câu.`);
	});

	test('sent together, each is judged by what the one before it made', async () => {
		const { act, text } = await hall();
		await act('m03', propose('x1'));
		await act('m02', propose('x2', 'Vận động 90% số hộ.'));
		const answers = await Promise.all([
			act('m01', accept),
			act('m01', { type: 'amendment.accept', amendment: 'x2' }),
			act('m02', { type: 'amendment.propose', ref: 'x3', kind: 'append', clause: 'c2', text: 'Hết.' })
		]);
		expect(answers).toMatchObject([{ ok: true }, { code: 'text-changed' }, { ok: true }]);
		expect(await text('c2')).toBe('Vận động 80% số hộ.');
	});
});

test('[AM6] a passed vote writes the words in the same append as its result', async () => {
	const { act, groups, text } = await hall();
	await act('m03', propose('x1'));
	await act('m01', {
		type: 'vote.put',
		ref: 'v1',
		title: 'Sửa',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'amendment', ref: 'x1' }
	});
	await act('m01', { type: 'vote.open', vote: 'v1' });
	await act('m01', { type: 'hands.count', vote: 'v1', counts: { for: 2, against: 1, abstain: 0 } });
	await act('m01', { type: 'vote.close', vote: 'v1' });
	expect(await text('c2')).toBe('Vận động 80% số hộ.');
	expect(groups.at(-1)?.map(({ stream }) => stream)).toEqual(['meeting', 'document', 'document']);
});

test('[AM10] the minutes say what became of it', async () => {
	const { act, room } = await hall();
	await act('m03', propose('x1'));
	const words = (id: string) => factWords(room.meeting, 'amendment', id);
	expect(words('x1')).toBe('');
	await act('m01', accept);
	await act('m02', { type: 'amendment.propose', ref: 'x2', kind: 'delete-clause', clause: 'c2' });
	await act('m01', { type: 'amendment.reject', amendment: 'x2', reason: 'Điểm này còn cần.' });
	expect(words('x1')).toBe(
		'Đồng chí Nguyễn Văn m03 đề nghị sửa điểm II.2.d thành “Vận động 80% số hộ.”; được tiếp thu.'
	);
	expect(words('x2')).toBe(
		'Đồng chí Nguyễn Văn m02 đề nghị bỏ điểm II.2.d; không được tiếp thu, vì: Điểm này còn cần.'
	);
});

/** One meeting over a document of its own, without a server: events and writings in the order that the room makes them. */
class Model {
	meeting: Meeting;
	readonly doc = new Y.Doc();
	#seq = 1;

	constructor(texts: Readonly<Record<string, string>>) {
		const clauses = Object.keys(texts).map((id) => ({ id, label: id.toUpperCase(), fillAfterVote: false }));
		const made = setup({ people, facilitator: null, clauses });
		this.meeting = evolve(null, { type: 'meeting.created', setup: made, seq: 1, at: START, by: 'm01' });
		for (const [id, text] of Object.entries(texts)) setText(this.doc, id, text);
		this.act('m01', { type: 'attendance.check-in', method: 'self' });
		this.act('m01', { type: 'meeting.open' });
	}

	act(by: string, command: Command): boolean {
		const decision = decide(this.meeting, command, {
			now: START,
			by,
			device: by,
			roomCode: () => true,
			clauseText: (clause) => textOf(this.doc, clause),
			noteText: () => '',
			sectionVersion: () => '',
			version: () => null,
			lostAt: null,
			box: 'none',
			textSeq: () => 0,
			tally: () => ({ for: 0, against: 0, abstain: 0 })
		});
		if ('refused' in decision) return false;
		for (const event of decision.events) {
			for (const { document, write } of writings(this.meeting, event, command, by))
				if (document === 'resolution') this.doc.transact(() => write(this.doc));
			this.meeting = evolve(this.meeting, { ...event, seq: (this.#seq += 1), at: START, by });
		}
		return true;
	}

	read(): string[] {
		return this.meeting.clauses.map(({ id, label }) => `${label}\t${textOf(this.doc, id)}`);
	}
}

const words = fc
	.array(fc.constantFrom('một', 'hai', 'ba', 'đ', '👨‍👩‍👧‍👦', '<b>', 'ô\n'), { minLength: 1, maxLength: 6 })
	.map((parts) => parts.join(' ').trim());
const clause = fc.constantFrom('c1', 'c2', 'c3', 'x1', 'x2');
const proposal = fc.oneof(
	fc.record({ kind: fc.constantFrom('replace-clause' as const, 'append' as const), clause, text: words }),
	fc.record({ kind: fc.constant('replace-text' as const), clause, find: words, text: words }),
	fc.record({ kind: fc.constant('delete-clause' as const), clause }),
	fc.record({
		kind: fc.constant('new-clause' as const),
		clause: fc.constantFrom('N1', 'N2', 'C1'),
		after: fc.option(clause),
		text: words
	})
);
const step = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ is: fc.constant('propose' as const), proposal }) },
	{ weight: 2, arbitrary: fc.record({ is: fc.constant('accept' as const), which: fc.nat(20) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			is: fc.constant('merge' as const),
			which: fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 4 })
		})
	}
);

test('[AM4] [AM5] taking in is applying to plain text, all or nothing, whatever was proposed', () => {
	fc.assert(
		fc.property(fc.tuple(words, words, words), fc.array(step, { maxLength: 25 }), ([c1, c2, c3], steps) => {
			const model = new Model({ c1, c2, c3 });
			for (const [index, each] of steps.entries()) {
				const before = model.read();
				const { clauses, amendments } = model.meeting;
				const texts = Object.fromEntries(clauses.map(({ id }) => [id, textOf(model.doc, id)]));
				if (each.is === 'propose') {
					model.act('m01', { type: 'amendment.propose', ref: `x${index}`, ...each.proposal });
					expect(model.read()).toEqual(before);
					continue;
				}
				const chosen = [each.which].flat().flatMap((at) => amendments[at % 10] ?? []);
				const ids = chosen.map(({ id }) => id);
				if (ids.length === 0) continue;
				const plain: Draft = { clauses, text: (id) => texts[id] ?? '' };
				const isWhole = new Set(ids).size === ids.length && chosen.every(({ outcome }) => outcome === null);
				const after = chosen.reduce<Draft | null>((so, amendment) => so && takenIn(so, amendment), plain);
				const [amendment = ''] = ids;
				const done =
					each.is === 'accept'
						? model.act('m01', { type: 'amendment.accept', amendment })
						: model.act('m01', { type: 'amendment.merge', amendments: ids });
				expect(done).toBe(isWhole && after !== null);
				expect(model.read()).toEqual(
					done ? after?.clauses.map(({ id, label }) => `${label}\t${after.text(id)}`) : before
				);
			}
		}),
		{ numRuns: 300 }
	);
});
