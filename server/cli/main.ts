import { Command } from 'commander';
import { ConfigError, readConfig } from '../config.ts';
import { makeDemo } from '../demo/demo.ts';
import { UnfitBackup } from '../backup/file.ts';
import { createStaff, resetPassword, type Credentials } from './admin.ts';
import { examine } from './doctor.ts';
import { firstLine, number, speed } from './input.ts';
import { assertEmpty } from './play/empty.ts';
import { play } from './play/play.ts';
import { PlayFailed } from './play/server-process.ts';
import { readScript } from './script/read.ts';
import { ScriptFault } from './script/script.ts';
import { addBackup, addSeals } from './keeping.ts';
import { UnfitInput } from './seals.ts';
import { withTools } from './tools.ts';

const FAILED = 1;
const UNFIT_INPUT = 2;

/** Runs one command. Exit codes stand in docs/cli.md; every failure is one line per problem. */
export async function main(args: readonly string[]): Promise<void> {
	const program = new Command('hoi-truong')
		.description('Hội Trường from the command line')
		.showHelpAfterError();
	addSeed(program);
	addPlay(program);
	addAdmin(program);
	addDoctor(program);
	addSeals(program);
	addBackup(program);
	try {
		await program.parseAsync([...args], { from: 'user' });
	} catch (error) {
		for (const line of linesOf(error)) console.error(line);
		process.exitCode = isUnfit(error) ? UNFIT_INPUT : FAILED;
	}
}

function isUnfit(error: unknown): boolean {
	return [ScriptFault, UnfitInput, UnfitBackup].some((kind) => error instanceof kind);
}

function linesOf(error: unknown): readonly string[] {
	if (error instanceof ConfigError) return error.problems;
	if (!(error instanceof Error)) return [String(error)];
	// A failed query's own message quotes what was to be stored.
	if ('query' in error)
		return [
			`The database refused: ${error.cause instanceof Error ? error.cause.message : 'no reason given'}`
		];
	return [error.message || ('code' in error ? String(error.code) : error.name)];
}

function addSeed(program: Command): void {
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
}

function addPlay(program: Command): void {
	program
		.command('play')
		.description('hold the meeting of a script on a server of its own, and print its record')
		.argument('<script>', 'a file of the format meeting-script/1')
		.option('--speed <n>', 'script seconds per real second; without it nothing is waited for', speed)
		.action(async (file: string, options: { speed?: number }) => {
			const script = await readScript(file);
			const config = readConfig(process.env);
			const databaseUrl = config.databaseUrl ?? '';
			if (databaseUrl !== '') await assertEmpty(databaseUrl);
			const record = await play(script, {
				databaseUrl,
				sealKey: config.sealKey,
				speed: options.speed ?? null,
				warn: console.error
			});
			process.stdout.write(`${record.text}\n`);
			if (!record.isSealed) throw new PlayFailed('The meeting ended, but its record was not sealed.');
		});
}

function addAdmin(program: Command): void {
	const admin = program.command('admin').description('accounts with a password');
	const ofStdin = 'read the password from standard input; else one is made and printed once';
	admin
		.command('create-staff')
		.description('make an account for a secretary, an official or an administrator')
		.argument('<login>')
		.option('--person <id>', 'whom it speaks for')
		.option('--administrator', 'may do everything in the installation', false)
		.option('--password-stdin', ofStdin, false)
		.option('--json', 'print JSON')
		.action(async (login: string, { person, administrator: isAdmin, passwordStdin, json }: AdminOptions) => {
			const password = passwordStdin ? await firstLine() : null;
			const made = await withTools(process.env, (tools) =>
				createStaff(tools, { login, password, person: person ?? null, isAdmin: isAdmin ?? false })
			);
			tell(made, json);
		});
	admin
		.command('reset-password')
		.description('give an account a new password; ends its sessions')
		.argument('<login>')
		.option('--password-stdin', ofStdin, false)
		.option('--json', 'print JSON')
		.action(async (login: string, { passwordStdin, json }: AdminOptions) => {
			const password = passwordStdin ? await firstLine() : null;
			tell(await withTools(process.env, (tools) => resetPassword(tools, login, password)), json);
		});
}

interface AdminOptions {
	readonly person?: string;
	readonly administrator?: boolean;
	readonly passwordStdin: boolean;
	readonly json?: boolean;
}

function tell(made: Credentials, json = false): void {
	if (json) console.log(JSON.stringify(made));
	else console.log(made.password === null ? made.login : `${made.login} / ${made.password}`);
}

function addDoctor(program: Command): void {
	program
		.command('doctor')
		.description('look at what the server needs; changes nothing')
		.option('--json', 'print JSON')
		.action(async ({ json }: { json?: boolean }) => {
			const findings = await examine(process.env);
			if (json) console.log(JSON.stringify(findings));
			else for (const { ok, line } of findings) console.log(`${ok ? 'ok     ' : 'PROBLEM'}  ${line}`);
			if (findings.some(({ ok }) => !ok)) process.exitCode = FAILED;
		});
}
