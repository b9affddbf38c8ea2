import { mkdir, readFile, rm, link, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

export class DataDirInUse extends Error {
	readonly id = 'data-dir-in-use';

	constructor(dataDir: string, pid: number) {
		super(`Another server (process ${pid}) already uses the data folder ${dataDir}. Stop it, or set DATA_DIR to another folder.`);
	}
}

interface Owner {
	readonly pid: number;
	/** When the process began, so that a later one with the same number is not taken for it. */
	readonly began: string;
}

/**
 * Takes the folder for this process. The lock is a file linked into place, which only one of two can do; one
 * left by a process that is gone is taken over.
 * @throws {DataDirInUse}
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
	await mkdir(dataDir, { recursive: true });
	const lock = join(dataDir, 'server.lock');
	const own = join(dataDir, `server.lock.${randomUUID()}`);
	await writeFile(own, JSON.stringify({ pid: process.pid, began: began(process.pid) }));
	try {
		for (;;) {
			if (await linked(own, lock)) return { release: () => rm(lock, { force: true }) };
			const owner = await ownerOf(lock);
			if (owner && isAlive(owner)) throw new DataDirInUse(dataDir, owner.pid);
			await rm(lock, { force: true });
		}
	} finally {
		await rm(own, { force: true });
	}
}

async function linked(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

async function ownerOf(lock: string): Promise<Owner | null> {
	try {
		return JSON.parse(await readFile(lock, 'utf8')) as Owner;
	} catch {
		// Gone meanwhile, or cut off in a crash: nobody's.
		return null;
	}
}

function isAlive({ pid, began: then }: Owner): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	return began(pid) === then;
}

/** The start time of a process in clock ticks since boot, where /proc tells it; else nothing to compare. */
function began(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
	} catch {
		return '';
	}
}
