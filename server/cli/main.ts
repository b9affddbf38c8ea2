import { Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config.ts';
import { makeDemo } from '../demo/demo.ts';
import { assertEmpty } from './play/empty.ts';
import { play } from './play/play.ts';
import { readScript } from './script/read.ts';
import { ScriptFault } from './script/script.ts';
import { withTools } from './tools.ts';

const FAILED = 1;
const UNFIT_INPUT = 2;

/** Runs one command. Exit codes stand in docs/cli.md; every failure is one line per problem. */
export async function main(args: readonly string[]): Promise<void> {
	const program = new Command('hoi-truong')
		.description('Hội Trường from the command line')
		.showHelpAfterError();
	program
		.command('seed')
		.description('make a demo cell and a second one, each with a meeting that runs')
		.option('--members <n>', 'members of the cell', number(3, 500), 24)
		.option('--observers <n>', 'observers of the meeting', number(0, 1_000), 5)
		.option('--meetings <n>', 'meetings of the cell that run', number(1, 500), 1)
		.option('--json', 'print JSON (the only form there is)')
		.action(async (options: { members: number; observers: number; meetings: number }) => {
			const demo = await withTools(process.env, (tools) => makeDemo(tools, options));
			console.log(JSON.stringify(demo));
		});
	program
		.command('play')
		.description('hold the meeting of a script on a server of its own, and print its record')
		.argument('<script>', 'a file of the format meeting-script/1')
		.option('--speed <n>', 'script seconds per real second; without it nothing is waited for', speed)
		.action(async (file: string, options: { speed?: number }) => {
			const script = await readScript(file);
			const databaseUrl = process.env.DATABASE_URL ?? '';
			if (databaseUrl !== '') await assertEmpty(databaseUrl);
			const record = await play(script, { databaseUrl, speed: options.speed ?? null, warn: console.error });
			process.stdout.write(`${record}\n`);
		});
	try {
		await program.parseAsync([...args], { from: 'user' });
	} catch (error) {
		const lines =
			error instanceof ConfigError
				? error.problems
				: [error instanceof Error ? error.message : String(error)];
		for (const line of lines) console.error(line);
		process.exitCode = error instanceof ScriptFault ? UNFIT_INPUT : FAILED;
	}
}

function number(least: number, most: number): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (!/^\d+$/.test(text) || value < least || value > most)
			throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
		return value;
	};
}

function speed(text: string): number {
	const value = Number(text);
	if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('It is a number above 0.');
	return value;
}
