import { lstat, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const LOG_BYTES = 8 * 1024 * 1024;
export const LOG_TRIM_MS = 3_600_000;

export function logFolder(data: string): string {
	return join(data, 'log');
}

/** The collector bounds a log by days only, and a day of errors can fill a disk; it appends, so cutting is safe. */
export async function trimLogs(data: string): Promise<void> {
	try {
		for (const name of await readdir(logFolder(data))) {
			const path = join(logFolder(data), name);
			const file = await lstat(path);
			if (file.isFile() && file.size > LOG_BYTES) await truncate(path);
		}
	} catch {
		// A log rotated away meanwhile; the next round looks again.
	}
}
