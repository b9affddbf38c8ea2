import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../tests/database.ts';
import { createAuth } from './auth/auth.ts';
import { connect, migrate, type Connection } from './db/client.ts';
import { migrationsFolder } from './db/open.ts';
import { claimSetup, giveSetupBack, opensSetup, setupToken } from './setup.ts';

let connection: Connection;
let dataDir: string;
const endings: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
	const database = await freshDatabase();
	await migrate(database.url, { folder: migrationsFolder() });
	connection = connect(database.url);
	dataDir = await mkdtemp(join(tmpdir(), 'setup-'));
	endings.push(
		() => rm(dataDir, { recursive: true }),
		() => database.drop(),
		() => connection.close()
	);
});

afterEach(async () => {
	while (endings.length > 0) await endings.pop()?.();
});

const token = async () => (await setupToken(dataDir, connection.db)) ?? '';

test('an empty installation is opened once, by the token alone', async () => {
	const first = await token();
	expect(await opensSetup(dataDir, connection.db, 'x'.repeat(27))).toBe(false);
	expect(await claimSetup(dataDir, connection.db, first)).toBe(true);
	expect(await claimSetup(dataDir, connection.db, first)).toBe(false);
});

test('of two who use it at once, one wins', async () => {
	const given = await token();
	const outcomes = await Promise.all([1, 2, 3].map(() => claimSetup(dataDir, connection.db, given)));
	expect(outcomes.filter(Boolean)).toHaveLength(1);
});

test('only its hash lies on the disk, and a new start makes a new token', async () => {
	const first = await token();
	expect(await readFile(join(dataDir, 'setup-token'), 'utf8')).not.toContain(first);
	await token();
	expect(await opensSetup(dataDir, connection.db, first)).toBe(false);
});

test('a set-up that failed may be tried again', async () => {
	const given = await token();
	await claimSetup(dataDir, connection.db, given);
	await giveSetupBack(dataDir, given);
	expect(await opensSetup(dataDir, connection.db, given)).toBe(true);
});

test('once somebody can sign in there is no token, and the old one opens nothing', async () => {
	const given = await token();
	await createAuth({ db: connection.db, secure: false }).createStaff({
		login: 'bithu',
		password: 'mật khẩu dài',
		person: null,
		isAdmin: true
	});
	expect(await opensSetup(dataDir, connection.db, given)).toBe(false);
	expect(await setupToken(dataDir, connection.db)).toBeNull();
});
