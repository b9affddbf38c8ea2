/** Looks at what the server needs, changes nothing, and says what is wrong. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { findBinaries } from '../db/binaries.ts';
import { assertDurable, connect } from '../db/client.ts';
import { runningUrl } from '../db/running.ts';

export interface Finding {
	readonly ok: boolean;
	readonly line: string;
}

export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
	const config = settings(env);
	if (Array.isArray(config)) return [node(), ...config];
	return [
		node(),
		good('environment: every setting can be read'),
		await folder(config),
		await database(config),
		await port(config)
	];
}

const good = (line: string): Finding => ({ ok: true, line });
const bad = (line: string): Finding => ({ ok: false, line });

function node(): Finding {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const line = `Node ${process.versions.node}`;
	return major > 22 || (major === 22 && minor >= 17)
		? good(line)
		: bad(`${line}: the server needs 22.17; start it through npm, which brings its own`);
}

function settings(env: NodeJS.ProcessEnv): Config | Finding[] {
	try {
		return readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.problems.map((problem) => bad(`environment: ${problem}`));
		throw error;
	}
}

async function folder({ dataDir }: Config): Promise<Finding> {
	const writable = (path: string) =>
		access(path, constants.W_OK).then(
			() => null,
			(error: NodeJS.ErrnoException) => error.code ?? ''
		);
	const own = await writable(dataDir);
	if (own === null) return good(`data folder ${dataDir}`);
	if (own === 'ENOENT' && (await writable(dirname(dataDir))) === null)
		return good(`data folder ${dataDir}: will be made at the first start`);
	return bad(`data folder ${dataDir}: may not be written to (${own})`);
}

async function database({ databaseUrl, dataDir }: Config): Promise<Finding> {
	const name = databaseUrl ? 'database at DATABASE_URL' : 'embedded database';
	const url = databaseUrl ?? (await runningUrl(dataDir));
	if (!url) {
		const found = await findBinaries().catch((error: Error) => error);
		return found instanceof Error
			? bad(`${name}: ${found.message}`)
			: good(`${name}: PostgreSQL ${found.version} is there, not running`);
	}
	const { sql, close } = connect(url);
	try {
		await assertDurable(sql);
		return good(`${name}: answers, and keeps what it confirms`);
	} catch (error) {
		return bad(`${name}: ${error instanceof Error ? error.message : 'does not answer'}`);
	} finally {
		await close();
	}
}

/** Taken by our own running server as well, which is what one then wants to read. */
function port({ port: wanted, host }: Config): Promise<Finding> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) =>
			resolve(
				error.code === 'EADDRINUSE'
					? good(`port ${wanted}: in use, by this server if it runs`)
					: bad(`port ${wanted}: ${error.message}`)
			)
		);
		server.listen(wanted, host, () => server.close(() => resolve(good(`port ${wanted}: free`))));
	});
}
