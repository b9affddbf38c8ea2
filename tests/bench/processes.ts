import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Linux reports processor time in ticks of 1/100 s, on every architecture Node runs on. */
const TICK = 0.01;
const PAGE = 4096;

interface ProcessLine {
	pid: number;
	parent: number;
	name: string;
	/** Seconds, with those of children that have ended and were waited for. */
	cpu: number;
	resident: number;
}

function processes(): ProcessLine[] {
	const lines: ProcessLine[] = [];
	for (const entry of readdirSync('/proc')) {
		if (!/^\d+$/.test(entry)) continue;
		let stat: string;
		try {
			stat = readFileSync(`/proc/${entry}/stat`, 'latin1');
		} catch {
			continue; // ended since the listing
		}
		const end = stat.lastIndexOf(')');
		const field = stat.slice(end + 2).split(' ');
		const at = (index: number) => Number(field[index - 3]);
		lines.push({
			pid: Number(entry),
			name: stat.slice(stat.indexOf('(') + 1, end),
			parent: at(4),
			cpu: (at(14) + at(15) + at(16) + at(17)) * TICK,
			resident: at(24) * PAGE
		});
	}
	return lines;
}

function treeOf(roots: number[], all: ProcessLine[]): ProcessLine[] {
	const wanted = new Set(roots);
	for (let grown = true; grown;) {
		grown = false;
		for (const line of all) {
			if (wanted.has(line.parent) && !wanted.has(line.pid)) {
				wanted.add(line.pid);
				grown = true;
			}
		}
	}
	return all.filter((line) => wanted.has(line.pid));
}

/** The postmaster of a data folder, also when it is no child of the server that uses it. */
export function postmasterOf(dataDir: string | null): number | null {
	if (dataDir === null) return null;
	for (const folder of ['.', ...foldersIn(dataDir)]) {
		const file = join(dataDir, folder, 'postmaster.pid');
		if (existsSync(file)) return Number(readFileSync(file, 'utf8').split('\n')[0]);
	}
	return null;
}

function foldersIn(dataDir: string): string[] {
	if (!existsSync(dataDir)) return [];
	const first = readdirSync(dataDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return first.map((entry) => entry.name);
}

export interface Usage {
	/** Seconds of processor time so far, the database's processes included. */
	cpu: number;
	/** What of it the database's processes took. */
	databaseCpu: number;
	/** Bytes resident in the server's own processes. */
	server: number;
	/** Bytes of the database, shared pages counted once; 0 where there is none. */
	database: number;
	databaseProcesses: number;
}

export function usageOf(server: { pid: number; dataDir: string | null }): Usage {
	const all = processes();
	const postmaster = postmasterOf(server.dataDir);
	const tree = treeOf(postmaster === null ? [server.pid] : [server.pid, postmaster], all);
	const database = tree.filter((line) => line.name.startsWith('postgres'));
	const own = tree.filter((line) => !line.name.startsWith('postgres'));
	return {
		cpu: tree.reduce((sum, line) => sum + line.cpu, 0),
		databaseCpu: database.reduce((sum, line) => sum + line.cpu, 0),
		server: own.reduce((sum, line) => sum + line.resident, 0),
		database: database.reduce((sum, line) => sum + proportional(line), 0),
		databaseProcesses: database.length
	};
}

function proportional(line: ProcessLine): number {
	try {
		const match = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${line.pid}/smaps_rollup`, 'latin1'));
		return match ? Number(match[1]) * 1024 : line.resident;
	} catch {
		return line.resident; // another account's process may not be looked into
	}
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}

/** Waits until a URL answers 200; gives up when the process has ended or the time is over. */
export async function untilReady(url: string, hasEnded: () => boolean, limitMs: number): Promise<void> {
	const deadline = Date.now() + limitMs;
	while (Date.now() < deadline) {
		if (hasEnded()) throw new Error(`the server ended before ${url} answered`);
		try {
			const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
			await response.arrayBuffer();
			if (response.status === 200) return;
		} catch {
			// not listening yet
		}
		await wait(5);
	}
	throw new Error(`${url} did not answer within ${limitMs} ms`);
}
