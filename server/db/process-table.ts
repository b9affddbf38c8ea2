/** What the system says of a process, by its number. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	return !isZombie(pid);
}

/** What `pid` was started with; null where the system does not tell, empty for one that has ended. */
export async function commandOf(pid: number): Promise<string[] | null> {
	if (process.platform !== 'linux') return null;
	return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
		(text) => text.split('\0').filter(Boolean),
		() => null
	);
}

export function interrupt(pid: number): void {
	try {
		process.kill(pid, 'SIGINT');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/** Ended, but not yet collected by its parent; told by /proc where there is one. */
function isZombie(pid: number): boolean {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false;
	} catch {
		return false;
	}
}
