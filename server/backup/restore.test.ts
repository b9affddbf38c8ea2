import { mkdtemp, rm } from 'node:fs/promises';
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { startServer } from '../../tests/support/server.ts';
import { readConfig } from '../config.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

/** Longer than people may wait for any other statement. */
const SILENCE = 6_000;

/** The database at `url` by another way, on which it says nothing for a while once the first table is filled. */
async function slowly(url: string): Promise<{ readonly url: string; close(): void }> {
	const to = new URL(url);
	const open = new Set<Socket>();
	let wasSilent = false;
	const proxy = createServer((near) => {
		const far = dial(Number(to.port), to.hostname);
		for (const socket of [near, far]) open.add(socket.on('error', () => {}));
		near.on('data', (asked) => {
			if (asked.includes('from stdin') && !wasSilent) {
				wasSilent = true;
				far.pause();
				setTimeout(() => far.resume(), SILENCE);
			}
			far.write(asked);
		});
		far.on('data', (said) => near.write(said));
		near.on('close', () => far.destroy());
		far.on('close', () => near.destroy());
	});
	await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
	const own = new URL(url);
	own.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	return {
		url: own.href,
		close() {
			for (const socket of open) socket.destroy();
			proxy.close();
		}
	};
}

test('a table that is long in filling is waited for', { timeout: 120_000 }, async () => {
	const server = await startServer();
	const target = await freshDatabase();
	const slow = await slowly(target.url);
	const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-restore-'));
	try {
		const path = join(folder, 'backup');
		const { tables } = await backup(server.app.sql, path, { sealKey: join(folder, 'none'), now: 1 });
		const config = readConfig({ DATABASE_URL: slow.url, DATA_DIR: folder });
		expect(await restore(config, path, () => {})).toEqual({ at: 1, tables });
	} finally {
		slow.close();
		await server.close();
		await target.drop();
		await rm(folder, { recursive: true, force: true });
	}
});
