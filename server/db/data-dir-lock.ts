import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

export class DataDirInUse extends Error {
	readonly id = 'data-dir-in-use';

	constructor(dataDir: string, pid: string) {
		super(
			`Another server${pid && ` (process ${pid})`} already uses the data folder ${dataDir}. Stop it, or set DATA_DIR to another folder.`
		);
	}
}

/**
 * Takes the folder for this process. The lock is a local socket named after the folder: the system gives the
 * name to one process only and takes it back when that process ends, however it ends. Who asks is told the
 * owner's number.
 * @throws {DataDirInUse}
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
	await mkdir(dataDir, { recursive: true });
	const folder = await realpath(dataDir);
	const name = nameOf(folder);
	const server = (await listen(name)) ?? (await takeOver(name));
	if (!server) throw new DataDirInUse(dataDir, await owner(name));
	return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Linux and Windows have names that vanish with their process; elsewhere it is a file that may be left over. */
function nameOf(folder: string): string {
	const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
	if (process.platform === 'linux') return `\0hoi-truong-${hash}`;
	if (process.platform === 'win32') return `\\\\.\\pipe\\hoi-truong-${hash}`;
	return join(folder, 'server.sock');
}

function listen(name: string): Promise<Server | null> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.on('error', () => {}).end(String(process.pid)));
		server.once('error', (error: NodeJS.ErrnoException) =>
			error.code === 'EADDRINUSE' ? resolve(null) : reject(error)
		);
		server.listen(name, () => resolve(server.unref()));
	});
}

async function takeOver(name: string): Promise<Server | null> {
	if (process.platform === 'linux' || process.platform === 'win32' || (await owner(name))) return null;
	await rm(name, { force: true });
	return listen(name);
}

/** The number of the process that holds the name; empty where it does not answer. */
function owner(name: string): Promise<string> {
	return new Promise((resolve) => {
		let said = '';
		const socket = connect(name);
		socket.setTimeout(1_000, () => socket.destroy());
		socket.on('data', (text) => (said += text.toString()));
		socket.on('error', () => resolve(''));
		socket.on('close', () => resolve(said));
	});
}
