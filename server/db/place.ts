import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accountFor, canReach, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseFailed } from './database-failed.ts';
import { copied, openFolder, standIn, SYSTEM_FOLDER } from './system-folder.ts';

/** Where one embedded server lives, and as whom. */
export interface Place {
	/** Holds the password file; closed to others. */
	readonly root: string;
	/** PostgreSQL's data folder. */
	readonly data: string;
	readonly binaries: Binaries;
	/** Null: as the account of this process. */
	readonly account: Account | null;
}

/**
 * PostgreSQL refuses to run as root, so root spawns it as another account; what that account cannot reach (a
 * closed home folder) is put into a system folder, and one line says so.
 * @throws {DatabaseFailed} where there are records that the account cannot reach
 */
export async function placeFor(
	dataDir: string,
	binaries: Binaries,
	log: (line: string) => void,
	system = SYSTEM_FOLDER
): Promise<Place> {
	await mkdir(dataDir, { recursive: true });
	const inside = join(dataDir, 'postgres');
	if (process.getuid?.() !== 0) return { root: dataDir, data: inside, binaries, account: null };
	const outside = join(standIn(system, dataDir), 'postgres');
	const account = await accountFor(isDatabase(outside) ? outside : inside);
	const reachable = canReach(account, binaries.postgres) ? binaries : await copied(binaries, system, log);
	// Records stay where they were first put, whatever the folder's permissions became since.
	if (!isDatabase(outside) && canReach(account, dataDir)) {
		return { root: dataDir, data: await owned(inside, account), binaries: reachable, account };
	}
	if (!isDatabase(outside) && isDatabase(inside)) throw closed(inside, account);
	await openFolder(system);
	await openFolder(dirname(outside));
	log(
		`The database of ${dataDir} lies in ${dirname(outside)}: the folder is closed to the account that PostgreSQL runs as.`
	);
	// The password lies beside the data that it opens.
	return { root: dirname(outside), data: await owned(outside, account), binaries: reachable, account };
}

/** How PostgreSQL's programs are spawned: in a folder that they may enter, and with nothing of ours in their environment. */
export function asAccountOf({ account, data }: Place): Partial<Account> & {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
} {
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	return { ...account, cwd: existsSync(data) ? data : '/', env };
}

function isDatabase(data: string): boolean {
	return existsSync(join(data, 'PG_VERSION'));
}

/** Going on without them would show an empty installation to whoever looks for their records. */
function closed(data: string, { uid }: Account): DatabaseFailed {
	return new DatabaseFailed(
		`The database in ${data} is closed to the account that PostgreSQL runs as (number ${uid}). Let it into the folders above.`
	);
}

/** The folder that initdb's result is moved into must let that account in; the one above is only passed through. */
async function owned(data: string, { uid, gid }: Account): Promise<string> {
	if (existsSync(data)) await chown(data, uid, gid);
	else await chmod(dirname(data), 0o755);
	return data;
}
