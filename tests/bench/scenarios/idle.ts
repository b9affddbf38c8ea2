import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient } from '../document-client.ts';
import { doubts, megabytes, Meter, openAll } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { usageOf } from '../processes.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';

const SOCKETS = 2000;

/** What a socket costs that is open at a text and does nothing. */
export const idle: Scenario = {
	name: 'idle',
	columns: ['kBeach', 'before', 'after', 'core'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const running = await target.start({ people: peopleFor(SOCKETS), documents: 1 });
		try {
			const result = await runLoad('idle', running.endpoint, { seconds: options.quick ? 4 : 10 });
			return [{ scenario: 'idle', case: `${SOCKETS} sockets`, target: target.name, ...result }];
		} finally {
			await running.stop();
		}
	},

	async load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		const document = endpoint.documents[0];
		if (document === undefined) throw new Error('there is no document');
		const open = (count: number) =>
			openAll(count, (index) => new DocumentClient(endpoint, document, index, {}));
		// The first sockets also pay for code that is compiled and buffers that are kept.
		const first = await open(200);
		await wait(1000);
		const before = usageOf(endpoint.server);
		const clients = await open(SOCKETS - first.length);
		await wait(2000);
		const meter = new Meter(endpoint);
		await wait(Number(input['seconds']) * 1000);
		const { cpu, usage, ownLoad, seconds } = meter.read();
		const all = [...first, ...clients];
		const notes = doubts({ closed: all.map((client) => client.closedBy), ownLoad });
		for (const client of all) client.close();
		return {
			values: {
				kBeach: (usage.server - before.server) / clients.length / 1000,
				before: megabytes(before.server),
				after: megabytes(usage.server),
				core: (cpu / seconds) * 100
			},
			notes
		};
	}
};
