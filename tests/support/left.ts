/** What a server that is gone has left of itself and its embedded database. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that say a server is there, and the command lines of what still runs on the folder. */
export function leftOf(dataDir: string): string[] {
	const marks = ['postgres/postmaster.pid', 'postgres-url'].filter((name) => existsSync(join(dataDir, name)));
	return [...marks, ...running(dataDir).map(({ command }) => command)];
}

/** After a test that failed, so that nothing of it lives on. */
export function endLeft(dataDir: string): void {
	for (const { pid } of running(dataDir)) process.kill(pid, 'SIGKILL');
}

/** Where the system lists its processes. */
function running(dataDir: string): { pid: number; command: string }[] {
	if (process.platform !== 'linux') return [];
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ pid: Number(name), command: commandOf(name) }))
		.filter(({ command }) => command.includes(dataDir));
}

function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		// It ended meanwhile.
		return '';
	}
}
