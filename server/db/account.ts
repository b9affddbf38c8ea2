/** As whom PostgreSQL runs where this process is root, whom it refuses. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';

export interface Account {
	readonly uid: number;
	readonly gid: number;
}

/** Who made the database in `data` goes on with it; a new one is nobody's. */
export async function accountFor(data: string): Promise<Account> {
	const owner = await stat(data).catch(() => null);
	return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** Asked of the system itself, by a process under that account: folders above count as well. */
export function canReach(account: Account, path: string): boolean {
	return (
		spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], { ...account, cwd: '/' }).status === 0
	);
}

function nobody(): Account {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith('nobody:'));
	const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
	return { uid: Number(uid), gid: Number(gid) };
}
