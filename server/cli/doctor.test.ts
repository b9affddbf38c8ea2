import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { examine } from './doctor.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'hoi-truong-doctor-'));
});
afterEach(() => rm(folder, { recursive: true }));

const found = async (env: NodeJS.ProcessEnv) =>
	(await examine({ PORT: '0', DATA_DIR: folder, ...env })).map(({ ok, line }) => `${ok} ${line}`);

test('all is well', async () => {
	const { url, drop } = await freshDatabase();
	expect(await found({ DATABASE_URL: url })).toEqual([
		`true Node ${process.versions.node}`,
		'true environment: every setting can be read',
		`true data folder ${folder}`,
		'true database at DATABASE_URL: answers, and keeps what it confirms',
		'true port 0: free'
	]);
	await drop();
});

test('every setting that cannot be read is listed', async () => {
	const lines = await found({ PORT: 'x', DATABASE_URL: 'mysql://here' });
	expect(lines.filter((line) => line.startsWith('false environment: '))).toHaveLength(2);
});

test('a database that is away, and a port in use', async () => {
	const taken = createServer();
	await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
	const { port } = taken.address() as AddressInfo;
	const lines = await found({
		DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x',
		PORT: String(port),
		HOST: '127.0.0.1'
	});
	await new Promise((resolve) => taken.close(resolve));
	expect(lines[3]).toMatch(/^false database at DATABASE_URL: .+ECONNREFUSED/);
	expect(lines[4]).toBe(`true port ${port}: in use, by this server if it runs`);
});

test('a folder that is yet to be made, and one that cannot be', async () => {
	expect((await found({ DATA_DIR: join(folder, 'new') }))[2]).toBe(
		`true data folder ${join(folder, 'new')}: will be made at the first start`
	);
	expect((await found({ DATA_DIR: join(folder, 'no', 'such') }))[2]).toBe(
		`false data folder ${join(folder, 'no', 'such')}: may not be written to (ENOENT)`
	);
});
