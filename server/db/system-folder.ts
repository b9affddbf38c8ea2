/** What lies outside DATA_DIR and the checkout, where those are closed to the account that PostgreSQL runs as. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inFolder, type Binaries } from './binaries.ts';

export const SYSTEM_FOLDER = '/var/lib/hoi-truong';

/** The folder that stands for `dataDir`. */
export function standIn(system: string, dataDir: string): string {
	return join(system, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16));
}

/** Made, and open to be passed through whatever the umask is. */
export async function openFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await chmod(folder, 0o755);
}

/** The programs of a closed checkout, where that account can run them. */
export async function copied(
	binaries: Binaries,
	system: string,
	log: (line: string) => void
): Promise<Binaries> {
	if (binaries.folder === null) return binaries;
	const folder = join(system, `bin-${binaries.version}`);
	await openFolder(system);
	if (!existsSync(folder)) {
		const aside = `${folder}.${process.pid}`;
		await cp(binaries.folder, aside, { recursive: true, verbatimSymlinks: true });
		await openToAll(aside);
		await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
		log(`PostgreSQL's programs were copied to ${folder}: the checkout is closed to the account they run as.`);
	}
	return inFolder(folder, binaries.version);
}

/** A checkout made under a strict umask gives copies that only its owner could read. */
async function openToAll(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await openToAll(path);
		else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
	}
}
