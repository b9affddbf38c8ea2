/** The load half of a scenario, in a process of its own: `main.ts` forks it and sends one task. */
import { SCENARIOS } from './scenarios/all.ts';
import type { Endpoint, LoadInput } from './types.ts';

export interface Task {
	scenario: string;
	endpoint: Endpoint;
	input: LoadInput;
}

process.once('message', (message) => {
	const task = message as Task;
	const scenario = SCENARIOS.find(({ name }) => name === task.scenario);
	if (scenario === undefined) throw new Error(`no scenario ${task.scenario}`);
	scenario.load(task.endpoint, task.input).then(
		(result) => process.send?.({ result }, () => process.exit(0)),
		(error: unknown) => process.send?.({ error: String(error) }, () => process.exit(1))
	);
});
