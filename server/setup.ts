/**
 * The first account of an empty installation. Whoever starts the server reads a link with a one-time token on
 * its console; only the token's hash is kept, in `DATA_DIR`, until it is used.
 */
import { timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { hashed, isToken, newToken } from './auth/tokens.ts';
import type { Database } from './db/client.ts';
import { accounts } from './db/tables.ts';

const file = (dataDir: string) => join(dataDir, 'setup-token');

/** For `<address>/setup#<token>`; an earlier one dies. Null where somebody can sign in already. */
export async function setupToken(dataDir: string, db: Database): Promise<string | null> {
	if (!(await isEmpty(db))) {
		await endSetup(dataDir);
		return null;
	}
	const token = newToken();
	await mkdir(dataDir, { recursive: true });
	await giveSetupBack(dataDir, token);
	return token;
}

export async function opensSetup(dataDir: string, db: Database, token: string): Promise<boolean> {
	if (!isToken(token) || !(await isEmpty(db))) return false;
	const kept = await readFile(file(dataDir)).catch(() => null);
	const given = Buffer.from(hashed(token));
	return kept !== null && kept.length === given.length && timingSafeEqual(kept, given);
}

/** Uses the token up; false where it opens nothing, or somebody else was quicker. */
export async function claimSetup(dataDir: string, db: Database, token: string): Promise<boolean> {
	if (!(await opensSetup(dataDir, db, token))) return false;
	return unlink(file(dataDir)).then(
		() => true,
		() => false
	);
}

/** The set-up failed after all: the token is good again. */
export async function giveSetupBack(dataDir: string, token: string): Promise<void> {
	await writeFile(file(dataDir), hashed(token), { mode: 0o600 });
}

async function endSetup(dataDir: string): Promise<void> {
	await rm(file(dataDir), { force: true });
}

async function isEmpty(db: Database): Promise<boolean> {
	return (
		(await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.kind, 'staff')).limit(1))
			.length === 0
	);
}
