import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { DocumentClient, readVarUint } from '../document-client.ts';
import { doubts, feed, megabytes, Meter, until } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { Samples } from '../stats.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';
import { findMarks, newClientId } from '../writing.ts';

const JOINERS = 500;
const WITHIN_MS = 1000;
const EDITS = 5000;
/** Every edit at another place: the figures are those of such a text. */
const JUMPS = 1;
const SAMPLED = [0, 249, 499];

interface Joiner {
	begun: number;
	/** When the last edit had come; 0 until then. */
	synced: number;
	edits: number;
	/** What it received, where it is looked at afterwards. */
	frames: Buffer[];
	bytes: number;
}

async function joinStorm(endpoint: Endpoint): Promise<LoadResult> {
	const document = endpoint.documents[0];
	if (document === undefined) throw new Error('there is no document');
	const joiners: Joiner[] = [];
	const clients: DocumentClient[] = [];
	let synced = 0;

	const join = (index: number) => {
		const joiner: Joiner = { begun: performance.now(), synced: 0, edits: 0, frames: [], bytes: 0 };
		joiners.push(joiner);
		const client = new DocumentClient(endpoint, document, index, {
			text: (bytes, start, end) => {
				if (joiner.synced !== 0) return;
				findMarks(bytes, start, end, () => (joiner.edits += 1));
				joiner.bytes += end - start;
				if (SAMPLED.includes(index)) joiner.frames.push(Buffer.from(bytes.subarray(start, end)));
				if (joiner.edits < EDITS) return;
				joiner.synced = performance.now();
				synced += 1;
			}
		});
		clients.push(client);
		const id = newClientId();
		const user = { name: `Đồng chí ${index}`, color: '#a33', colorLight: '#a333' };
		void client.opened.then(
			() => client.sendAwareness(id, 1, { user }),
			() => {}
		);
	};

	// Somebody is there before the others: what is measured is the joining, not a load from disk.
	let held = 0;
	const desk = new DocumentClient(endpoint, document, 0, {
		text: (bytes, from, to) => findMarks(bytes, from, to, () => (held += 1))
	});
	clients.push(desk);
	if (!(await until(20_000, () => held >= EDITS)))
		throw new Error(`the text did not load (${desk.closedBy})`);
	await wait(1000);

	const meter = new Meter(endpoint);
	const start = performance.now();
	for (let index = 0; index < JOINERS;) {
		const due = Math.floor(((performance.now() - start) / WITHIN_MS) * JOINERS) + 1;
		while (index < Math.min(due, JOINERS)) join(index++);
		if (index < JOINERS) await wait(1);
	}
	const lastJoin = performance.now();
	const everybody = await until(60_000, () => synced === JOINERS);
	// What the joins still cause, such as telling everybody of everybody, belongs to their cost.
	await wait(3000);
	const { cpu, inDatabase, usage, ownLoad } = meter.read();

	const took = new Samples();
	for (const joiner of joiners) if (joiner.synced !== 0) took.add(joiner.synced - joiner.begun);
	const notes = doubts({ closed: clients.map((client) => client.closedBy), ownLoad });
	if (!everybody) notes.push(`${synced} of ${JOINERS} synced`);
	for (const index of SAMPLED) {
		const frames = joiners[index]?.frames ?? [];
		const marks = marksIn(frames, document.root, endpoint.target === 'relay');
		if (marks !== EDITS) notes.push(`joiner ${index} holds ${marks} of ${EDITS} edits`);
	}
	for (const client of clients) client.close();
	const last = Math.max(...joiners.map((joiner) => joiner.synced)) - lastJoin;
	return {
		values: {
			last: everybody ? Math.max(0, last) : null,
			p50: took.at(0.5),
			p99: took.at(0.99),
			cpu,
			inDb: usage.databaseProcesses === 0 ? null : inDatabase * 100,
			kB: (joiners[0]?.bytes ?? 0) / 1000,
			rss: megabytes(usage.server),
			load: ownLoad * 100
		},
		notes
	};
}

/** The edits a joiner holds, read through Yjs; the relay hands on bytes that are no whole document. */
function marksIn(frames: Buffer[], root: string, raw: boolean): number {
	let text = Buffer.concat(frames);
	if (!raw) {
		const doc = new Y.Doc();
		for (const frame of frames) {
			const { value, next } = readVarUint(frame, 0, frame.length);
			Y.applyUpdate(doc, frame.subarray(next, next + value));
		}
		text = Buffer.from(doc.getXmlFragment(root).toString());
		doc.destroy();
	}
	let marks = 0;
	findMarks(text, 0, text.length, () => (marks += 1));
	return marks;
}

/** A full hall that opens the minutes at once, each as the stock editor does, with a name and a cursor. */
export const join: Scenario = {
	name: 'join',
	columns: ['last', 'p50', 'p99', 'cpu', 'inDb', 'kB', 'rss', 'load'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, _options: Options, runLoad: RunLoad): Promise<Row[]> {
		const running = await target.start({ people: peopleFor(JOINERS), documents: 1 });
		try {
			await runLoad('join', running.endpoint, { fill: true });
			await running.stored();
			const result = await runLoad('join', running.endpoint, { fill: false });
			return [{ scenario: 'join', case: `${JOINERS} in 1 s`, target: target.name, ...result }];
		} finally {
			await running.stop();
		}
	},

	async load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		if (input['fill'] !== true) return joinStorm(endpoint);
		const document = endpoint.documents[0];
		if (document === undefined) throw new Error('there is no document');
		await feed(endpoint, document, EDITS, JUMPS);
		return { values: {}, notes: [] };
	}
};
