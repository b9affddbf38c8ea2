/**
 * The PostgreSQL that the product brings along: one server below DATA_DIR, on loopback, started when it is not
 * running, found again when it outlived a killed process, restarted when it dies.
 */
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { Keeper } from './keeper.ts';
import { passwordOf } from './password.ts';
import { placeFor } from './place.ts';
import { leftRunning } from './postmaster.ts';
import { urlFile } from './running.ts';

export { DatabaseFailed } from './database-failed.ts';

export interface EmbeddedPostgres {
	readonly url: string;
	/** Fast shutdown, waited for. */
	stop(): Promise<void>;
	/** Called each time the database ended unasked; it is then being started again. */
	onExit(listener: () => void): void;
}

export async function startEmbedded({
	dataDir,
	log
}: {
	dataDir: string;
	log: (line: string) => void;
}): Promise<EmbeddedPostgres> {
	const binaries = await findBinaries();
	const place = await placeFor(resolve(dataDir), binaries, log);
	const password = await passwordOf(place);
	await initialise(place, password);
	const found = await leftRunning(place, password);
	const server = new Keeper(place, password, log);
	if (found) server.adopt(found);
	else await server.startPatiently();
	// For commands that work beside this process: on the same database while it runs.
	await writeFile(urlFile(dataDir), server.url, { mode: 0o600 });
	return {
		url: server.url,
		onExit: (listener) => server.onExit(listener),
		async stop() {
			await rm(urlFile(dataDir), { force: true });
			await server.stop();
		}
	};
}
