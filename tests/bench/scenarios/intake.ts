import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient } from '../document-client.ts';
import { feed, MarkSet, megabytes, Meter, until } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { usageOf } from '../processes.ts';
import type {
	DocumentRef,
	Endpoint,
	LoadInput,
	LoadResult,
	Options,
	Row,
	RunLoad,
	Scenario,
	Target
} from '../types.ts';

/** People type on where they are, most of the time. */
const JUMPS = 0.2;

/**
 * One text takes in thousands of edits as fast as it can; then a new process loads it for the
 * first reader. `in` ends when a watcher has seen every edit, `kept` when all is on disk;
 * the processor time is that of both.
 */
export const intake: Scenario = {
	name: 'intake',
	columns: ['in', 'kept', 'cpu', 'load', 'first', 'rss'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const rows: Row[] = [];
		for (const edits of options.full ? [10_000, 100_000] : [10_000]) {
			const running = await target.start({ people: peopleFor(40), documents: 1 });
			try {
				const before = usageOf(running.endpoint.server);
				const taken = await runLoad('intake', running.endpoint, { edits, load: false });
				const shown = performance.now();
				await running.stored();
				const after = performance.now() - shown;
				const cpu = usageOf(running.endpoint.server).cpu - before.cpu;
				const row: Row = {
					scenario: 'intake',
					case: `${edits.toLocaleString('en')} edits`,
					target: target.name,
					values: { ...taken.values, cpu, kept: (taken.values['in'] ?? 0) + after },
					notes: taken.notes
				};
				if (keeps(target)) {
					await running.restart();
					await wait(500);
					const loaded = await runLoad('intake', running.endpoint, { edits, load: true });
					row.values['first'] = loaded.values['first'] ?? null;
					row.notes.push(...loaded.notes);
				} else row.values['kept'] = null;
				rows.push(row);
			} finally {
				await running.stop();
			}
		}
		return rows;
	},

	async load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		const document = endpoint.documents[0];
		if (document === undefined) throw new Error('there is no document');
		const edits = Number(input['edits']);
		if (input['load'] === true) return firstLoad(endpoint, document, edits);
		const meter = new Meter(endpoint);
		const took = await feed(endpoint, document, edits, JUMPS);
		const { usage, ownLoad } = meter.read();
		return {
			values: { in: took, load: ownLoad * 100, rss: megabytes(usage.server) },
			notes: []
		};
	}
};

const keeps = (target: Target): boolean => !['relay', 'y-websocket'].includes(target.name);

async function firstLoad(endpoint: Endpoint, document: DocumentRef, edits: number): Promise<LoadResult> {
	const seen = new MarkSet(Math.ceil(edits / 100), 100);
	const start = performance.now();
	let last = start;
	const client = new DocumentClient(endpoint, document, 0, {
		text: (bytes, from, to) => {
			last = performance.now();
			seen.hear(bytes, from, to);
		}
	});
	const whole = await until(60_000, () => seen.size === edits);
	client.close();
	return {
		values: { first: whole ? last - start : null },
		notes: whole ? [] : [`${seen.size} of ${edits} edits after a restart`]
	};
}
