import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Demo } from '../../server/demo/demo.ts';
import { freshDatabase } from '../database.ts';
import { freePort, ServerProcess } from './process.ts';
import { seed } from './seed.ts';

export interface Product {
	readonly server: ServerProcess;
	/** Where the process itself listens. */
	readonly origin: string;
	readonly demo: Demo;
	close(): Promise<void>;
}

/** The process with two cells on a database of its own; everything of it goes with `close`. */
export async function startProduct(
	settings: (dataDir: string) => Promise<NodeJS.ProcessEnv> | NodeJS.ProcessEnv = () => ({})
): Promise<Product> {
	const database = await freshDatabase();
	const dataDir = await mkdtemp(join(tmpdir(), 'hoi-truong-product-'));
	await chmod(dataDir, 0o755);
	const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, ...(await settings(dataDir)) };
	const server = new ServerProcess(await freePort(), env);
	const close = async () => {
		await server.kill('SIGTERM');
		await rm(dataDir, { recursive: true, force: true });
		await database.drop();
	};
	try {
		await server.start();
		const origin = `${server.secure ? 'https' : 'http'}://127.0.0.1:${server.port}`;
		return { server, origin, demo: await seed(env), close };
	} catch (error) {
		await close();
		throw error;
	}
}
