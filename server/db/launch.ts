/** One attempt to have a server up: spawned with the product's settings, waited for until it answers. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, type Answer } from './answer.ts';
import { DatabaseFailed } from './database-failed.ts';
import { logFolder } from './log-files.ts';
import { passwordRefused } from './password.ts';
import { asAccountOf, type Place } from './place.ts';
import { endPostmaster } from './postmaster.ts';

/** Modest for a laptop; durability is what PostgreSQL gives by default and is checked by `assertDurable`. */
const SETTINGS = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '60',
	shared_buffers: '64MB',
	jit: 'off',
	timezone: 'UTC',
	log_timezone: 'UTC',
	logging_collector: 'on',
	log_directory: 'log',
	log_filename: 'postgres-%a.log',
	log_truncate_on_rotation: 'on',
	log_rotation_age: '1d',
	log_rotation_size: '0',
	// A log carries no names and no texts: neither a refused statement nor the row it was about.
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse'
};

/** Long enough for a slow disk to recover after a power cut. */
export const READY_MS = 120_000;

export type Server = ChildProcessByStdio<null, null, Readable>;

export function spawnServer(place: Place, port: number): Server {
	const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`
	]);
	return spawn(place.binaries.postgres, ['-D', place.data, ...settings], {
		...asAccountOf(place),
		stdio: ['ignore', 'ignore', 'pipe'],
		detached: true
	});
}

/** To be called in the turn that spawned it. @throws {DatabaseFailed} after the server has ended */
export async function ready(child: Server, place: Place, url: string): Promise<void> {
	let said = '';
	let failed = false;
	child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
	child.once('error', (error) => ((said = error.message), (failed = true)));
	const ended = (): boolean => failed || child.exitCode !== null || child.signalCode !== null;
	const deadline = Date.now() + READY_MS;
	let answer: Answer = 'none';
	while (!ended() && answer === 'none' && Date.now() < deadline) {
		answer = await ask(url);
		if (answer === 'none') await pause(25);
	}
	if (answer === 'up' && !ended()) return;
	if (child.pid !== undefined) await endPostmaster(child.pid, place.data);
	if (answer === 'refused') throw passwordRefused(place);
	throw new DatabaseFailed(
		`The embedded database did not start: ${reasonIn(said)} (log: ${logFolder(place.data)})`
	);
}

/** The last thing said before it ended, without the lines that say only where the log goes on. */
function reasonIn(said: string): string {
	const lines = said.split('\n').filter((line) => line.trim() && !/HINT|redirecting log output/.test(line));
	return lines.at(-1)?.trim() ?? 'no answer';
}
