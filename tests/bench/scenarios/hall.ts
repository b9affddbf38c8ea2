import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient } from '../document-client.ts';
import { LiveClient } from '../live-client.ts';
import { doubts, megabytes, Meter, openAll, pace, until } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { Sightings } from '../sightings.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';
import { mark, Typist } from '../writing.ts';

const PEOPLE = 60;
const WRITERS = 5;
const RATE = 5;
const OBSERVERS = 300;

/**
 * A hall of 60 with the minutes open before everybody, five of them typing, and remote observers who follow
 * the room and are shown the words as they change. What counts is how the 60 see each other's edits.
 */
async function follow(
	endpoint: Endpoint,
	observers: number,
	warmUp: number,
	seconds: number
): Promise<LoadResult> {
	const { live } = endpoint;
	const [document] = endpoint.documents;
	if (live === null || document === undefined) throw new Error('this server has no meeting');
	const perWriter = Math.ceil(RATE * (warmUp + seconds)) + 1;
	const sightings = new Sightings(WRITERS, perWriter);
	const { latency, see } = sightings;
	const seats = await openAll(PEOPLE, (person) => new LiveClient(endpoint, live, person, () => {}));
	const texts = await openAll(
		PEOPLE,
		(person) => new DocumentClient(endpoint, document, person, { text: see(person) })
	);
	const remote = { ...endpoint, cookies: endpoint.observers };
	const followers = await openAll(observers, (person) => new LiveClient(remote, live, person, () => {}));
	const typists = Array.from({ length: WRITERS }, () => new Typist(document.root, 'Đồng chí '));
	for (const [writer, typist] of typists.entries()) texts[writer]?.sendUpdate(typist.first);
	await wait(1000);

	const typed = new Array<number>(WRITERS).fill(0);
	const type = (writer: number) => {
		const edit = typed[writer] ?? 0;
		typed[writer] = edit + 1;
		const update = typists[writer]?.type(mark(writer, edit));
		if (update === undefined || edit >= perWriter) return;
		sightings.sent(writer, edit, performance.now());
		texts[writer]?.sendUpdate(update);
	};
	await pace(WRITERS, RATE, warmUp, type);
	await wait(500);
	sightings.begin();
	const meter = new Meter(endpoint);
	await pace(WRITERS, RATE, seconds, type);
	const expected = Math.round(WRITERS * RATE * seconds) * (PEOPLE - 1);
	await until(15_000, () => latency.length >= expected);
	const { cpu, usage, ownLoad, seconds: lasted } = meter.read();
	const all = [...seats, ...texts, ...followers];
	const notes = doubts({
		closed: all.map(({ closedBy }) => closedBy),
		delivered: latency.length,
		expected,
		ownLoad
	});
	for (const client of all) client.close();
	return {
		values: {
			p50: latency.at(0.5),
			p99: latency.at(0.99),
			core: (cpu / lasted) * 100,
			rss: megabytes(usage.server),
			load: ownLoad * 100
		},
		notes
	};
}

export const hall: Scenario = {
	name: 'hall',
	columns: ['p50', 'p99', 'growth', 'core', 'rss', 'load'],
	targets: ['ours'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const rows: Row[] = [];
		const running = await target.start({
			people: peopleFor(2 * PEOPLE),
			observers: peopleFor(OBSERVERS),
			documents: 1
		});
		let alone: number | null = null;
		try {
			for (const observers of [0, OBSERVERS]) {
				const result = await runLoad('hall', running.endpoint, {
					observers,
					warmUp: options.quick ? 1 : 3,
					seconds: options.quick ? 4 : 20
				});
				const p99 = result.values['p99'] ?? null;
				const growth = alone === null || p99 === null ? null : p99 / alone;
				alone ??= p99;
				const title = observers === 0 ? '60 people' : `60 people, ${observers} observers`;
				const values = { ...result.values, growth };
				rows.push({ scenario: 'hall', case: title, target: target.name, values, notes: result.notes });
			}
		} finally {
			await running.stop();
		}
		return rows;
	},

	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		return follow(endpoint, Number(input['observers']), Number(input['warmUp']), Number(input['seconds']));
	}
};
