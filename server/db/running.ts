import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the embedded server of this data folder listens, as its keeper wrote it; null where none was started. */
export async function runningUrl(dataDir: string): Promise<string | null> {
	const url = await readFile(urlFile(dataDir), 'utf8').catch(() => null);
	return url?.trim() || null;
}

export function urlFile(dataDir: string): string {
	return join(dataDir, 'postgres-url');
}
