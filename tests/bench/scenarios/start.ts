import { setTimeout as wait } from 'node:timers/promises';
import { megabytes } from '../load-tools.ts';
import { usageOf } from '../processes.ts';
import { median } from '../stats.ts';
import type { LoadResult, Options, Row, Scenario, Target } from '../types.ts';

const MEETINGS = 100;

/** From the start of the process to /readyz with 100 meetings stored, and what it then holds. */
export const start: Scenario = {
	name: 'start',
	columns: ['ready', 'slowest', 'rss', 'db'],
	targets: ['ours'],

	async measure(target: Target, options: Options): Promise<Row[]> {
		const running = await target.start({ people: 10, documents: MEETINGS * 3 });
		try {
			const times: number[] = [];
			for (let run = 0; run < (options.quick ? 3 : 7); run += 1) {
				await running.restart();
				times.push(running.startedIn);
			}
			await wait(5000);
			const usage = usageOf(running.endpoint.server);
			const values = {
				ready: median(times),
				slowest: Math.max(...times),
				rss: megabytes(usage.server),
				db: megabytes(usage.database)
			};
			return [{ scenario: 'start', case: `${MEETINGS} meetings`, target: target.name, values, notes: [] }];
		} finally {
			await running.stop();
		}
	},

	async load(): Promise<LoadResult> {
		return { values: {}, notes: [] };
	}
};
