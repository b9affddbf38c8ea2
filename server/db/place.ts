import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { inFolder, type Binaries } from './binaries.ts';

export interface Account {
	readonly uid: number;
	readonly gid: number;
}

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

/** Where records may lie when DATA_DIR or the checkout is closed to the account that PostgreSQL runs as. */
const SYSTEM_FOLDER = '/var/lib/hoi-truong';

/**
 * PostgreSQL refuses to run as root, so root spawns it as `nobody`; what that account cannot reach (a closed
 * home folder) is put into a system folder, and one line says so.
 */
export async function placeFor(
	dataDir: string,
	binaries: Binaries,
	log: (line: string) => void
): Promise<Place> {
	await mkdir(dataDir, { recursive: true });
	if (process.getuid?.() !== 0)
		return { root: dataDir, data: join(dataDir, 'postgres'), binaries, account: null };
	const account = unprivileged();
	const reachable = canReach(account, binaries.postgres) ? binaries : await copied(binaries, log);
	const folder = join(
		SYSTEM_FOLDER,
		createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)
	);
	// Records stay where they were first put, whatever the folder's permissions became since.
	const isThere = existsSync(join(folder, 'postgres', 'PG_VERSION'));
	if (!isThere && canReach(account, dataDir)) {
		return {
			root: dataDir,
			data: await owned(join(dataDir, 'postgres'), account),
			binaries: reachable,
			account
		};
	}
	await mkdir(folder, { recursive: true, mode: 0o755 });
	log(
		`The database of ${dataDir} lies in ${folder}: the folder is closed to the account that PostgreSQL runs as.`
	);
	// The password lies beside the data that it opens.
	return { root: folder, data: await owned(join(folder, 'postgres'), account), binaries: reachable, account };
}

/** How PostgreSQL's programs are spawned: in a folder that they may enter, and with nothing of ours in their environment. */
export function asAccountOf({ account, data }: Place): Partial<Account> & {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
} {
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	return { ...account, cwd: existsSync(data) ? data : '/', env };
}

function unprivileged(): Account {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith('nobody:'));
	const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
	return { uid: Number(uid), gid: Number(gid) };
}

/** Asked of the system itself, by a process under that account: folders above count as well. */
function canReach(account: Account, path: string): boolean {
	return (
		spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], { ...account, cwd: '/' }).status === 0
	);
}

/** The folder that initdb's result is moved into must let that account in; the one above is only passed through. */
async function owned(data: string, { uid, gid }: Account): Promise<string> {
	if (existsSync(data)) await chown(data, uid, gid);
	else await chmod(dirname(data), 0o755);
	return data;
}

/** A checkout made under a strict umask gives copies that only its owner could read. */
async function openToAll(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await openToAll(path);
		else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
	}
}

async function copied(binaries: Binaries, log: (line: string) => void): Promise<Binaries> {
	if (binaries.folder === null) return binaries;
	const folder = join(SYSTEM_FOLDER, `bin-${binaries.version}`);
	if (!existsSync(folder)) {
		const aside = `${folder}.${process.pid}`;
		await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
		await cp(binaries.folder, aside, { recursive: true, verbatimSymlinks: true });
		await openToAll(aside);
		await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
		log(`PostgreSQL's programs were copied to ${folder}: the checkout is closed to the account they run as.`);
	}
	return inFolder(folder, binaries.version);
}
