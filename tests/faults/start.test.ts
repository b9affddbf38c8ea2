/** A start that cannot succeed says why in one clear line, exits with a code of its own and leaves nothing running. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/client.ts';
import { startEmbedded } from '../../server/db/embedded.ts';
import { migrationsFolder } from '../../server/db/open.ts';
import { freshDatabase } from '../database.ts';
import { selfSigned } from '../support/certificate.ts';
import { endLeft, leftOf } from '../support/left.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { until } from '../support/server.ts';

const LONG = { timeout: 120_000 };

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-start-'));
	// Open to the account that PostgreSQL runs as where this one is root.
	await chmod(made, 0o755);
	endings.push(async () => {
		endLeft(made);
		await rm(made, { recursive: true, force: true });
	});
	return made;
}

async function file(name: string, text: string): Promise<string> {
	const path = join(await folder(), name);
	await writeFile(path, text);
	return path;
}

async function server(env: NodeJS.ProcessEnv, port?: number): Promise<ServerProcess> {
	const made = new ServerProcess(port ?? (await freePort()), { DATABASE_URL: '', ...env });
	endings.push(() => made.kill('SIGTERM'));
	return made;
}

interface Failure {
	readonly code: number | null;
	/** All that stands on stderr. */
	readonly lines: readonly string[];
	readonly milliseconds: number;
}

async function failedStart(env: NodeJS.ProcessEnv, port?: number): Promise<Failure> {
	const made = await server(env, port);
	const from = performance.now();
	const code = await made.exit();
	const milliseconds = performance.now() - from;
	return { code, lines: made.complained.split('\n').filter(Boolean), milliseconds };
}

function expectOneLine({ code, lines }: Failure, ...words: readonly string[]): void {
	expect(lines).toHaveLength(1);
	for (const word of words) expect(lines[0]).toContain(word);
	expect(code).toBe(1);
}

/** Somebody else on a port; `greet` is done to each who calls. */
async function stranger(greet: (socket: Socket) => void): Promise<number> {
	const sockets = new Set<Socket>();
	const listener = createServer((socket) => {
		sockets.add(socket.on('error', () => {}));
		greet(socket);
	});
	await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
	endings.push(() => {
		for (const socket of sockets) socket.destroy();
		listener.close();
	});
	return (listener.address() as AddressInfo).port;
}

async function database(): Promise<string> {
	const { url, drop } = await freshDatabase();
	endings.push(drop);
	return url;
}

async function query(url: string, statement: string): Promise<void> {
	const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
	await sql.unsafe(statement).finally(() => sql.end());
}

test('on a port in use, with the embedded database', LONG, async () => {
	const dataDir = await folder();
	const port = await stranger(() => {});
	expectOneLine(await failedStart({ DATA_DIR: dataDir }, port), `Port ${port} is in use`);
	expect(leftOf(dataDir)).toEqual([]);
});

test('a second server on the same data folder, and the first one works on', LONG, async () => {
	const dataDir = await folder();
	const first = await server({ DATA_DIR: dataDir });
	await first.start();
	expectOneLine(await failedStart({ DATA_DIR: dataDir }), dataDir, `process ${first.pid}`);
	expect(await first.isReady()).toBe(true);
	expect(await first.kill('SIGTERM')).toBe(0);
	expect(leftOf(dataDir)).toEqual([]);
});

test('told to stop while it starts, it stops, and its database too', LONG, async () => {
	const dataDir = await folder();
	const made = await server({ DATA_DIR: dataDir });
	const ended = made.exit();
	await until(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')), 60_000);
	void made.kill('SIGTERM');
	expect(await ended).toBe(0);
	expect(leftOf(dataDir)).toEqual([]);
});

test('a wrong environment: every mistake at once, before anything is made', LONG, async () => {
	const dataDir = join(await folder(), 'data');
	const wrong = {
		DATABASE_URL: 'mysql://x',
		ORIGIN: 'hoitruong.example',
		APP_SECRET: 'short',
		TRUST_PROXY: 'maybe',
		TLS_CERT: '/nowhere/cert.pem'
	};
	const { code, lines } = await failedStart({ ...wrong, DATA_DIR: dataDir });
	expect(code).toBe(1);
	for (const name of [...Object.keys(wrong), 'TLS_KEY'])
		expect(
			lines.filter((line) => line.includes(name)),
			name
		).not.toEqual([]);
	expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
	expect(existsSync(dataDir)).toBe(false);
});

test('a data folder that is a file', LONG, async () => {
	const dataDir = await file('data', 'a text');
	expectOneLine(await failedStart({ DATA_DIR: dataDir }), dataDir);
});

describe('a database that is away', () => {
	/** Never tells the password, and within ten seconds. */
	async function awayAt(url: string, ...words: readonly string[]): Promise<void> {
		const failed = await failedStart({ DATA_DIR: await folder(), DATABASE_URL: url });
		expectOneLine(failed, ...words);
		expect(failed.lines[0]).not.toContain('geheim');
		expect(failed.milliseconds).toBeLessThan(12_000);
	}

	test('nobody listens', LONG, async () => {
		const port = await freePort();
		await awayAt(`postgres://u:geheim@127.0.0.1:${port}/db`, `127.0.0.1:${port}/db`, 'ECONNREFUSED');
	});

	test('it takes the call and says nothing', LONG, async () => {
		const port = await stranger(() => {});
		await awayAt(`postgres://u:geheim@127.0.0.1:${port}/db`, `127.0.0.1:${port}/db`);
	});

	test('it hangs up', LONG, async () => {
		const port = await stranger((socket) => socket.destroy());
		await awayAt(`postgres://u:geheim@127.0.0.1:${port}/db`, `127.0.0.1:${port}/db`);
	});

	test('it speaks something else', LONG, async () => {
		const port = await stranger((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
		await awayAt(`postgres://u:geheim@127.0.0.1:${port}/db`, `127.0.0.1:${port}/db`);
	});

	test('it has another password', LONG, async () => {
		const url = new URL(await database());
		url.password = 'geheim';
		await awayAt(url.href, url.host, 'password');
	});

	test('it has no database of that name', LONG, async () => {
		const url = new URL(await database());
		url.pathname = '/nowhere';
		await awayAt(url.href, url.host, '"nowhere"');
	});
});

describe('a database that is not for this program', () => {
	test('newer than the program, at DATABASE_URL', LONG, async () => {
		const url = await database();
		await migrate(url, { folder: migrationsFolder() });
		await query(url, NEWER);
		expectOneLine(
			await failedStart({ DATA_DIR: await folder(), DATABASE_URL: url }),
			'newer than this program'
		);
	});

	test('newer than the program, the embedded one', LONG, async () => {
		const dataDir = await folder();
		const embedded = await startEmbedded({ dataDir, log: () => {} });
		await migrate(embedded.url, { folder: migrationsFolder() });
		await query(embedded.url, NEWER);
		await embedded.stop();
		expectOneLine(await failedStart({ DATA_DIR: dataDir }), 'newer than this program');
		expect(leftOf(dataDir)).toEqual([]);
	});

	test('with synchronous_commit off', LONG, async () => {
		const url = await database();
		await query(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
		expectOneLine(
			await failedStart({ DATA_DIR: await folder(), DATABASE_URL: url }),
			'synchronous_commit = off'
		);
	});

	const NEWER = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${Date.UTC(2100, 0)})`;
});

describe('https', () => {
	async function failsWith(
		tls: { TLS_CERT?: string; TLS_KEY?: string },
		...words: readonly string[]
	): Promise<void> {
		const dataDir = join(await folder(), 'data');
		expectOneLine(await failedStart({ ...tls, DATA_DIR: dataDir }), ...words);
		expect(existsSync(dataDir)).toBe(false);
	}

	async function pair(): Promise<{ TLS_CERT: string; TLS_KEY: string }> {
		const { cert, key } = selfSigned();
		return { TLS_CERT: await file('cert.pem', cert), TLS_KEY: await file('key.pem', key) };
	}

	test('a certificate without its key', LONG, async () => {
		const { TLS_CERT } = await pair();
		await failsWith({ TLS_CERT }, 'TLS_CERT', 'TLS_KEY');
	});

	test('a key without its certificate', LONG, async () => {
		const { TLS_KEY } = await pair();
		await failsWith({ TLS_KEY }, 'TLS_CERT', 'TLS_KEY');
	});

	test('a certificate that cannot be read', LONG, async () => {
		const TLS_CERT = await folder();
		await failsWith({ ...(await pair()), TLS_CERT }, 'TLS_CERT', TLS_CERT, 'cannot be read');
	});

	test('a file that is no certificate', LONG, async () => {
		const TLS_CERT = await file('cert.pem', 'a text');
		await failsWith({ ...(await pair()), TLS_CERT }, 'TLS_CERT', TLS_CERT, 'no certificate');
	});

	test('a file that is no key', LONG, async () => {
		const TLS_KEY = await file('key.pem', 'a text');
		await failsWith({ ...(await pair()), TLS_KEY }, 'TLS_KEY', TLS_KEY, 'no private key');
	});

	test('the key of another certificate', LONG, async () => {
		const { TLS_KEY } = await pair();
		await failsWith({ ...(await pair()), TLS_KEY }, 'TLS_KEY', TLS_KEY, 'not the key');
	});
});

test('a folder for the database that holds something else', LONG, async () => {
	const dataDir = await folder();
	await mkdir(join(dataDir, 'postgres'));
	await writeFile(join(dataDir, 'postgres', 'kept'), 'records');
	expectOneLine(await failedStart({ DATA_DIR: dataDir }), join(dataDir, 'postgres'));
	expect(await readFile(join(dataDir, 'postgres', 'kept'), 'utf8')).toBe('records');
});
