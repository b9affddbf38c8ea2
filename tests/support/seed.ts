import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Demo } from '../../server/demo/demo.ts';

/** Two cells, each with a meeting that runs, made by the command line beside the server of the same `env`. */
export async function seed(env: NodeJS.ProcessEnv, { members = 3, observers = 1 } = {}): Promise<Demo> {
	const args = ['seed', '--json', '--members', String(members), '--observers', String(observers)];
	const { stdout } = await promisify(execFile)(process.execPath, ['server/cli.mjs', ...args], {
		env: { ...process.env, ...env }
	});
	return JSON.parse(stdout) as Demo;
}
