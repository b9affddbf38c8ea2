import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../server/db/embedded.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The maintenance database of the cluster that tests make theirs in. */
		postgresUrl: string;
	}
}

/** One PostgreSQL for the whole run: the one at TEST_DATABASE_URL, else the embedded one in a folder of its own. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	if (given) {
		provide('postgresUrl', given);
		return async () => {};
	}
	const dataDir = await mkdtemp(join(tmpdir(), 'hoi-truong-test-'));
	// Open to the account that PostgreSQL runs as, so that nothing is left in a system folder.
	await chmod(dataDir, 0o755);
	const server = await startEmbedded({ dataDir, log: console.error });
	provide('postgresUrl', server.url);
	return async () => {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}
