import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { appSecret, ConfigError, lanAddresses, readConfig } from './config.ts';

const folders: string[] = [];

afterEach(async () => {
	for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), 'hoi-truong-config-'));
	folders.push(made);
	return made;
}

test('has defaults for everything', () => {
	const config = readConfig({});
	expect(config).toMatchObject({
		port: 3000,
		host: '0.0.0.0',
		databaseUrl: null,
		tls: null,
		trustProxy: false
	});
	expect(config.origins).toContain('http://localhost:3000');
});

test('an empty value counts as none', () => {
	expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test('lists every mistake at once, a line each', () => {
	const wrong = {
		PORT: '70000',
		ORIGIN: 'example.org/path',
		DATABASE_URL: 'mysql://x',
		TLS_CERT: '/nowhere',
		APP_SECRET: 'short',
		TRUST_PROXY: 'maybe'
	};
	try {
		readConfig(wrong);
		expect.unreachable();
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigError);
		const { problems } = error as ConfigError;
		for (const name of Object.keys(wrong))
			expect(problems.filter((line) => line.includes(name)).length, name).toBeGreaterThan(0);
		expect(problems.every((line) => !line.includes('\n'))).toBe(true);
	}
});

test('an origin is an address without a path', () => {
	expect(() => readConfig({ ORIGIN: 'https://hoitruong.example/' })).toThrow(ConfigError);
	expect(
		readConfig({ ORIGIN: 'https://hoitruong.example, http://10.0.0.2:3000', TRUST_PROXY: '1' }).origins
	).toEqual(['https://hoitruong.example', 'http://10.0.0.2:3000']);
});

test('https in front of a proxy that is not trusted is a mistake', () => {
	expect(() => readConfig({ ORIGIN: 'https://hoitruong.example' })).toThrow('TRUST_PROXY');
});

test('is secure where every address that people use is https', () => {
	const secure = (ORIGIN: string) => readConfig({ ORIGIN, TRUST_PROXY: '1' }).secure;
	expect(readConfig({}).secure).toBe(false);
	expect(secure('https://hoitruong.example')).toBe(true);
	expect(secure('https://hoitruong.example, http://10.0.0.2:3000')).toBe(false);
});

test('without https the local network is served unless it is switched off', () => {
	expect(readConfig({ ALLOW_HTTP_LAN: '0' }).origins).toEqual([
		'http://localhost:3000',
		'http://127.0.0.1:3000'
	]);
	expect(readConfig({}).origins.length).toBe(2 + lanAddresses().length);
});

test('makes a secret once, for this account only', async () => {
	const dataDir = await folder();
	const made = await appSecret({ appSecret: null, dataDir });
	expect(made.length).toBeGreaterThanOrEqual(32);
	expect(await appSecret({ appSecret: null, dataDir })).toBe(made);
	expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
	expect(await appSecret({ appSecret: 'x'.repeat(32), dataDir })).toBe('x'.repeat(32));
});

test('two that start at once keep one secret, and nothing else is left', async () => {
	const dataDir = await folder();
	const made = await Promise.all([1, 2, 3].map(() => appSecret({ appSecret: null, dataDir })));
	expect(new Set(made).size).toBe(1);
	expect(await readdir(dataDir)).toEqual(['secret']);
});

test('an empty secret is refused, not used', async () => {
	const dataDir = await folder();
	await writeFile(join(dataDir, 'secret'), '');
	await expect(appSecret({ appSecret: null, dataDir })).rejects.toThrow(ConfigError);
});
