import { Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config.ts';
import { makeDemo } from '../demo/demo.ts';
import { withTools } from './tools.ts';

/** Runs one command; the exit code is 0 when it did what it says, else 1 with one line per problem. */
export async function main(args: readonly string[]): Promise<void> {
	const program = new Command('hoi-truong').description('Hội Trường from the command line').showHelpAfterError();
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
	try {
		await program.parseAsync([...args], { from: 'user' });
	} catch (error) {
		const lines = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)];
		for (const line of lines) console.error(line);
		process.exitCode = 1;
	}
}

function number(least: number, most: number): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (!/^\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
		return value;
	};
}
