/** The first start: initdb works aside, and its result is moved into place whole. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseFailed } from './database-failed.ts';
import { asAccountOf, type Place } from './place.ts';

/** Made aside and moved into place, so that a first start cut off in the middle begins again. */
export async function initialise(place: Place, password: string): Promise<void> {
	if (existsSync(join(place.data, 'PG_VERSION'))) return;
	if (await holdsAnything(place.data)) {
		throw new DatabaseFailed(
			`The folder ${place.data} holds something that is not a whole database. Move it away, or put a backup back.`
		);
	}
	await clearAway(place);
	// A name of its own: the initdb of a killed start may still be running in the one before.
	const aside = `${place.data}.new-${randomBytes(6).toString('hex')}`;
	const file = `${aside}.password`;
	await mkdir(aside, { mode: 0o700 });
	await writeFile(file, password, { mode: 0o600 });
	if (place.account)
		for (const path of [aside, file]) await chown(path, place.account.uid, place.account.gid);
	await initdb(place, aside, file);
	await rm(file, { force: true });
	await rename(aside, place.data);
	await synced(dirname(place.data));
}

async function holdsAnything(folder: string): Promise<boolean> {
	return (await readdir(folder).catch(() => [])).length > 0;
}

async function clearAway({ data }: Place): Promise<void> {
	await rm(data, { recursive: true, force: true });
	for (const name of await readdir(dirname(data))) {
		if (!name.startsWith(`${basename(data)}.new`) && name !== `${basename(data)}.password`) continue;
		await rm(join(dirname(data), name), { recursive: true, force: true }).catch(() => {
			// Still being written by that initdb; the next first start removes it.
		});
	}
}

async function initdb(place: Place, folder: string, passwordFile: string): Promise<void> {
	const who = ['-U', 'hoitruong', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
	const what = ['-E', 'UTF8', '--locale=C', '--no-instructions'];
	const child = spawn(place.binaries.initdb, ['-D', folder, ...who, ...what], {
		...asAccountOf(place),
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
	if (code !== 0)
		throw new DatabaseFailed(
			`The embedded database could not be set up: ${said.trim().split('\n').at(-1) ?? ''}`
		);
}

/** A rename that a power cut takes back would take the records in the folder with it. */
async function synced(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder);
	await handle.sync().finally(() => handle.close());
}
