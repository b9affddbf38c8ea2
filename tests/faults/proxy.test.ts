/** Behind a proxy that speaks https: its `x-forwarded-*` headers tell who asks, and how. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demo } from '../../server/demo/demo.ts';
import { freshDatabase } from '../database.ts';
import { freePort, ServerProcess } from '../support/process.ts';
import { ask, type Reply } from '../support/request.ts';
import { seed } from '../support/seed.ts';

const ORIGIN = 'https://hoitruong.example';

let server: ServerProcess;
let demo: Demo;
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	const database = await freshDatabase();
	endings.push(() => database.drop());
	const dataDir = await mkdtemp(join(tmpdir(), 'hoi-truong-proxy-'));
	await chmod(dataDir, 0o755);
	endings.push(() => rm(dataDir, { recursive: true, force: true }));
	const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, ORIGIN, TRUST_PROXY: '1' };
	server = new ServerProcess(await freePort(), env);
	endings.push(() => server.kill('SIGTERM'));
	await server.start();
	demo = await seed(env);
}, 120_000);

afterAll(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

function signIn(password: string, headers: Record<string, string>): Promise<Reply> {
	return ask(server, '/signin', {
		method: 'POST',
		headers: {
			host: 'hoitruong.example',
			origin: ORIGIN,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded',
			'x-forwarded-proto': 'https',
			...headers
		},
		body: new URLSearchParams({ account: demo.signIn.login, password }).toString()
	});
}

test('the cookie is the one of https', async () => {
	const { status, headers } = await signIn(demo.signIn.password, { 'x-forwarded-for': '192.0.2.1' });
	expect(status).toBe(303);
	expect(headers['set-cookie']?.[0]).toMatch(/^__Host-.*; Secure/);
	expect(demo.sessions.secretary).toMatch(/^__Host-/);
});

test('wrong passwords from one address do not shut out another', async () => {
	const guess = () => signIn('wrong', { 'x-forwarded-for': '192.0.2.66' });
	let answer = await guess();
	for (let tries = 1; answer.status === 400 && tries < 20; tries++) answer = await guess();
	expect(answer.status).toBe(429);
	expect((await signIn(demo.signIn.password, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(303);
});

test('the address is the one that the proxy itself wrote, whatever stood there before', async () => {
	const claimed = { 'x-forwarded-for': '192.0.2.1, 192.0.2.66' };
	expect((await signIn(demo.signIn.password, claimed)).status).toBe(429);
});

test('what comes past the proxy is answered too', async () => {
	expect((await signIn(demo.signIn.password, {})).status).toBe(303);
});
