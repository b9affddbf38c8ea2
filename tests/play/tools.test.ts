/** Commands beside and without a running server. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { Client } from '../support/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

interface Seeded {
	readonly meeting: string;
	readonly otherMeeting: string;
	readonly meetings: readonly { readonly meeting: string }[];
	readonly sessions: {
		readonly secretary: string;
		readonly members: string[];
		readonly observers: string[];
		readonly wall: string;
		readonly otherSecretary: string;
	};
}

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-tools-'));
	await chmod(made, 0o755);
	endings.push(() => rm(made, { recursive: true, force: true }));
	return made;
}

async function cli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
	const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
	return (await promisify(execFile)(process.execPath, ['server/cli.mjs', ...args], options)).stdout;
}

async function serving(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
	const server = new ServerProcess(await freePort(), env);
	endings.push(() => server.kill('SIGTERM'));
	await server.start();
	return server;
}

/** Whoever holds the session has the meeting live, open at its first item. */
async function isOpen(server: ServerProcess, cookie: string, meeting: string): Promise<boolean> {
	const client = await new Client(server, cookie, meeting).ready();
	client.close();
	const types = client.events.map(({ type }) => type);
	return (
		types.includes('meeting.opened') && types.includes('item.started') && types.includes('observer.joined')
	);
}

test(
	'seed beside a running server, on its embedded database: every session opens its meeting',
	{ timeout: 120_000 },
	async () => {
		const env = { DATA_DIR: await folder(), DATABASE_URL: '' };
		const server = await serving(env);
		const seeded = JSON.parse(
			await cli(['seed', '--members', '6', '--observers', '2', '--meetings', '2', '--json'], env)
		) as Seeded;
		const { sessions, meetings, meeting } = seeded;
		expect(meetings.map((each) => each.meeting)).toHaveLength(2);
		for (const cookie of [sessions.secretary, ...sessions.members, ...sessions.observers, sessions.wall]) {
			expect(await isOpen(server, cookie, meeting)).toBe(true);
		}
		await expect(isOpen(server, sessions.otherSecretary, meeting)).rejects.toThrow();
	}
);

test(
	'seed without a server, on an empty DATABASE_URL: the server that starts later has it',
	{ timeout: 120_000 },
	async () => {
		const { url, drop } = await freshDatabase();
		endings.push(drop);
		const env = { DATA_DIR: await folder(), DATABASE_URL: url };
		const { meeting, sessions } = JSON.parse(
			await cli(['seed', '--members', '3', '--observers', '1'], env)
		) as Seeded;
		expect(await isOpen(await serving(env), sessions.secretary, meeting)).toBe(true);
	}
);

test('an account made on the command line signs in', { timeout: 60_000 }, async () => {
	const { url, drop } = await freshDatabase();
	endings.push(drop);
	const env = { DATA_DIR: await folder(), DATABASE_URL: url };
	const made = JSON.parse(
		await cli(['admin', 'create-staff', 'quantri', '--administrator', '--json'], env)
	) as { login: string; password: string };
	expect(made).toEqual({ login: 'quantri', password: expect.stringMatching(/^[\w-]{16}$/) as string });
	await expect(cli(['admin', 'create-staff', 'QuanTri'], env)).rejects.toMatchObject({
		code: 1,
		stderr: 'The login QuanTri is taken.\n'
	});
	expect(await cli(['doctor'], { ...env, PORT: '0' })).not.toContain('PROBLEM');
});
