import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inFolder, type Binaries } from './binaries.ts';
import { DatabaseFailed } from './database-failed.ts';
import { placeFor, type Place } from './place.ts';

const SOMEBODY = 12_345;
const isRoot = process.getuid?.() === 0;

const folders: string[] = [];
const umask = process.umask();
afterEach(async () => {
	process.umask(umask);
	for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

async function folder(mode: number): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-place-'));
	await chmod(made, mode);
	folders.push(made);
	return made;
}

/** A checkout's programs, as far as they are looked at here. */
async function programs(checkout: string): Promise<Binaries> {
	const binaries = inFolder(join(checkout, 'native'), '1');
	await mkdir(dirname(binaries.postgres), { recursive: true });
	await writeFile(binaries.postgres, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
	return binaries;
}

async function database(dataDir: string): Promise<string> {
	const data = join(dataDir, 'postgres');
	await mkdir(data, { recursive: true, mode: 0o700 });
	await writeFile(join(data, 'PG_VERSION'), '18\n');
	return data;
}

function runs({ account, binaries }: Place): boolean {
	return spawnSync(binaries.postgres, { ...account, cwd: '/' }).status === 0;
}

if (!isRoot) {
	test('an account that is not root runs it as itself, in the data folder', async () => {
		const checkout = await folder(0o700);
		const place = await placeFor(join(checkout, 'data'), await programs(checkout), () => {});
		expect(place).toMatchObject({ root: join(checkout, 'data'), account: null });
	});
} else {
	describe('root, whom PostgreSQL refuses', () => {
		test('runs it as nobody in an open data folder', async () => {
			const open = await folder(0o755);
			const lines: string[] = [];
			const place = await placeFor(join(open, 'data'), await programs(open), (line) => lines.push(line));
			expect(place.root).toBe(join(open, 'data'));
			expect(place.account?.uid).not.toBe(0);
			expect([runs(place), lines]).toEqual([true, []]);
		});

		test('puts what a closed folder holds where nobody can reach it, under the strictest umask too', async () => {
			const closed = await folder(0o700);
			const open = await folder(0o755);
			process.umask(0o077);
			const lines: string[] = [];
			const place = await placeFor(
				join(closed, 'data'),
				await programs(closed),
				(line) => lines.push(line),
				join(open, 'system')
			);
			expect(place.root.startsWith(join(open, 'system'))).toBe(true);
			expect([runs(place), lines.length]).toEqual([true, 2]);
			const looks = spawnSync('/bin/sh', ['-c', 'cd "$0"', place.root], { ...place.account, cwd: '/' });
			expect(looks.status).toBe(0);
		});

		test('leaves a database to the account that made it', async () => {
			const home = await folder(0o700);
			await chown(home, SOMEBODY, SOMEBODY);
			const data = await database(join(home, 'data'));
			for (const path of [dirname(data), data]) await chown(path, SOMEBODY, SOMEBODY);
			const place = await placeFor(join(home, 'data'), await programs(home), () => {});
			expect(place).toMatchObject({ root: join(home, 'data'), account: { uid: SOMEBODY, gid: SOMEBODY } });
			expect((await stat(data)).uid).toBe(SOMEBODY);
		});

		test('never begins an empty database beside one that was closed since', async () => {
			const open = await folder(0o755);
			const binaries = await programs(open);
			const dataDir = join(open, 'data');
			const first = await placeFor(dataDir, binaries, () => {});
			const data = await database(dataDir);
			await chown(data, first.account?.uid ?? 0, first.account?.gid ?? 0);
			await chmod(dataDir, 0o700);
			const second = placeFor(dataDir, binaries, () => {}, join(open, 'system'));
			await expect(second).rejects.toThrow(DatabaseFailed);
			await expect(second).rejects.toThrow(data);
		});
	});
}
