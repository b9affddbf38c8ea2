/** PostgreSQL's first process, and the file in the data folder by which it is known. */
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, urlOf } from './answer.ts';
import { passwordRefused } from './password.ts';
import type { Place } from './place.ts';
import { commandOf, interrupt, isAlive } from './process-table.ts';

export interface Found {
	readonly pid: number;
	readonly port: number;
}

const FOUND_MS = 30_000;

/** The server of this folder that still runs, left behind by a killed process. */
export async function leftRunning(place: Place, password: string): Promise<Found | null> {
	const { pid, port } = await marked(place.data);
	if (!pid) return null;
	if (await isAnotherProgram(pid)) {
		// PostgreSQL sees only that the number is alive again, after a power cut, and would refuse to start.
		await rm(markIn(place.data), { force: true });
		return null;
	}
	const deadline = Date.now() + FOUND_MS;
	while (port && Date.now() < deadline && (await isPostmaster(pid, place.data))) {
		const answer = await ask(urlOf(port, password));
		if (answer === 'up') return { pid, port };
		if (answer === 'refused') throw passwordRefused(place);
		await pause(50);
	}
	return null;
}

/** Takes away the mark of a server whose process has ended, also where nobody has collected it yet. */
export async function forgetDead({ data }: Place): Promise<void> {
	const { pid } = await marked(data);
	if (pid && !isAlive(pid)) await rm(markIn(data), { force: true });
}

/** A number is given out again, so a live one alone proves nothing. */
export async function isPostmaster(pid: number, data: string): Promise<boolean> {
	if (!isAlive(pid)) return false;
	const command = await commandOf(pid);
	return command === null ? isAlive(pid) : command.includes(data);
}

export async function endPostmaster(pid: number, data: string): Promise<void> {
	if (!(await isPostmaster(pid, data))) return;
	// SIGINT is PostgreSQL's fast shutdown: open work is rolled back, everything committed is kept.
	interrupt(pid);
	while (await isPostmaster(pid, data)) await pause(20);
}

async function isAnotherProgram(pid: number): Promise<boolean> {
	const command = await commandOf(pid);
	return isAlive(pid) && command?.[0] !== undefined && !basename(command[0]).startsWith('postgres');
}

function markIn(data: string): string {
	return join(data, 'postmaster.pid');
}

/** Zeros where there is no mark. */
async function marked(data: string): Promise<Found> {
	const lines = await readFile(markIn(data), 'utf8').then(
		(text) => text.split('\n'),
		() => []
	);
	return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 };
}
