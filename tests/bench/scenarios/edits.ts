import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient } from '../document-client.ts';
import { doubts, megabytes, Meter, openAll, pace, until } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { Sightings } from '../sightings.ts';
import { Samples } from '../stats.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';
import { mark, Typist } from '../writing.ts';

/**
 * People typing in one or many documents while others read. A delivery is one edit seen by one
 * reader other than its writer, from just before it is sent until its bytes have arrived.
 */
export async function typeAndRead(
	endpoint: Endpoint,
	shape: {
		documents: number;
		writersEach: number;
		readersEach: number;
		rate: number;
		warmUp: number;
		seconds: number;
	}
): Promise<LoadResult> {
	const { documents, writersEach, readersEach, rate } = shape;
	const writerCount = documents * writersEach;
	const perWriter = Math.ceil(rate * (shape.warmUp + shape.seconds)) + 1;
	const sightings = new Sightings(writerCount, perWriter);
	const { latency, see } = sightings;
	const saved = new Samples();
	let recording = false;

	let person = 0;
	const documentAt = (index: number) => {
		const document = endpoint.documents[index];
		if (document === undefined) throw new Error(`there is no document ${index}: was --meetings understood?`);
		return document;
	};
	const readers = await openAll(documents * readersEach, (index) => {
		const document = documentAt(Math.floor(index / readersEach));
		return new DocumentClient(endpoint, document, person++, { text: see(-1) });
	});
	const typists: Typist[] = [];
	const pending: { clock: number; sent: number }[][] = [];
	const writersAlsoRead = readersEach === 0;
	const writers = await openAll(writerCount, (index) => {
		const document = documentAt(index % documents);
		typists.push(new Typist(document.root, 'Đồng chí '));
		const mine: { clock: number; sent: number }[] = [];
		pending.push(mine);
		return new DocumentClient(endpoint, document, person++, {
			...(writersAlsoRead && { text: see(index) }),
			saved: (clock) => {
				const now = performance.now();
				for (let head = mine[0]; head !== undefined && head.clock <= clock; head = mine[0]) {
					saved.add(now - head.sent);
					mine.shift();
				}
			}
		});
	});
	for (const [index, writer] of writers.entries()) {
		const typist = typists[index];
		if (typist) writer.sendUpdate(typist.first);
		if (index % 100 === 99) await wait(50);
	}
	await wait(1000);

	const begun = new Array<number>(writerCount).fill(0);
	const type = (writer: number) => {
		const edit = begun[writer] ?? 0;
		begun[writer] = edit + 1;
		const typist = typists[writer];
		const client = writers[writer];
		if (typist === undefined || client === undefined || edit >= perWriter) return;
		const update = typist.type(mark(writer, edit));
		const now = performance.now();
		if (recording) {
			sightings.sent(writer, edit, now);
			if (endpoint.target === 'ours') pending[writer]?.push({ clock: typist.clock, sent: now });
		}
		client.sendUpdate(update);
	};
	await pace(writerCount, rate, shape.warmUp, type);
	await wait(500);

	recording = true;
	sightings.begin();
	const meter = new Meter(endpoint);
	await pace(writerCount, rate, shape.seconds, type);
	const expected = Math.round(writerCount * rate * shape.seconds) * (readersEach || writersEach - 1);
	await until(15_000, () => latency.length >= expected);
	const delivered = latency.length;
	const { cpu, inDatabase, usage, ownLoad, seconds } = meter.read();

	const all = [...readers, ...writers];
	const notes = doubts({ closed: all.map((client) => client.closedBy), delivered, expected, ownLoad });
	if (endpoint.target === 'ours' && usage.databaseProcesses === 0)
		notes.push('no database process was found: CPU is too low');
	for (const client of all) client.close();
	return {
		values: {
			p50: latency.at(0.5),
			p99: latency.at(0.99),
			cpu: delivered === 0 ? null : (cpu / delivered) * 1000,
			inDb: usage.databaseProcesses === 0 ? null : inDatabase * 100,
			core: (cpu / seconds) * 100,
			rss: megabytes(usage.server),
			db: usage.databaseProcesses === 0 ? null : megabytes(usage.database),
			saved: saved.at(0.5),
			load: ownLoad * 100
		},
		notes
	};
}

export const edits: Scenario = {
	name: 'edits',
	columns: ['p50', 'p99', 'cpu', 'inDb', 'core', 'rss', 'db', 'saved', 'load'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const rows: Row[] = [];
		const running = await target.start({ people: peopleFor(505), documents: 1 });
		try {
			for (const readers of [25, 100, 500]) {
				const result = await runLoad('edits', running.endpoint, {
					readers,
					warmUp: options.quick ? 1 : 3,
					seconds: options.quick ? 4 : 12
				});
				rows.push({ scenario: 'edits', case: `${readers} readers`, target: target.name, ...result });
			}
		} finally {
			await running.stop();
		}
		return rows;
	},

	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		return typeAndRead(endpoint, {
			documents: 1,
			writersEach: 5,
			readersEach: Number(input['readers']),
			rate: 5,
			warmUp: Number(input['warmUp']),
			seconds: Number(input['seconds'])
		});
	}
};
