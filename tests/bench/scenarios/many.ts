import { peopleFor } from '../ours.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';
import { typeAndRead } from './edits.ts';

const DOCUMENTS = 200;
const PEOPLE = 10;

/** Many small meetings at once: ten people at each of 200 texts, everybody typing once a second. */
export const many: Scenario = {
	name: 'many',
	columns: ['p50', 'p99', 'cpu', 'inDb', 'core', 'rss', 'db', 'saved', 'load'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const running = await target.start({ people: peopleFor(DOCUMENTS * PEOPLE), documents: DOCUMENTS });
		try {
			const result = await runLoad('many', running.endpoint, {
				warmUp: options.quick ? 2 : 4,
				seconds: options.quick ? 5 : 15
			});
			return [{ scenario: 'many', case: `${DOCUMENTS} × ${PEOPLE}`, target: target.name, ...result }];
		} finally {
			await running.stop();
		}
	},

	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		return typeAndRead(endpoint, {
			documents: DOCUMENTS,
			writersEach: PEOPLE,
			readersEach: 0,
			rate: 1,
			warmUp: Number(input['warmUp']),
			seconds: Number(input['seconds'])
		});
	}
};
