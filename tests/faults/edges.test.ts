/** What a stranger and a foreign page are answered, over the product's own process. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startProduct, type Product } from '../support/product.ts';
import { ask, type Reply } from '../support/request.ts';

const LIMIT = 512 * 1024;
const FORM = 'application/x-www-form-urlencoded';

let product: Product;
let { server, demo, origin } = {} as Product;

beforeAll(async () => {
	product = await startProduct();
	({ server, demo, origin } = product);
}, 120_000);

afterAll(() => product.close());

const post = (path: string, body: string, headers: Record<string, string>) =>
	ask(server, path, {
		method: 'POST',
		body,
		headers: { accept: 'text/html', 'content-type': FORM, ...headers }
	});

describe('a Host that is not ours', () => {
	test.each(['evil.example', 'localhost', '127.0.0.1:1', 'localhost.evil.example'])('%s', async (host) => {
		const { status, body } = await ask(server, '/', { headers: { host } });
		expect(status).toBe(403);
		expect(JSON.parse(body)).toMatchObject({ error: { code: 'forbidden' } });
	});

	test('ours are served, and health checks by any name', async () => {
		expect((await ask(server, '/signin', { headers: { host: `localhost:${server.port}` } })).status).toBe(
			200
		);
		expect((await ask(server, '/healthz', { headers: { host: '10.0.0.9' } })).status).toBe(200);
		expect((await ask(server, '/readyz', { headers: { host: '10.0.0.9' } })).status).toBe(200);
	});

	test('a forwarded name changes nothing where no proxy is trusted', async () => {
		const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
		const { status, body } = await ask(server, '/signin', { headers });
		expect(status).toBe(200);
		expect(body).not.toContain('evil.example');
	});
});

describe('writing from elsewhere', () => {
	const foreign = (): readonly (string | undefined)[] => [
		undefined,
		'null',
		'',
		'http://evil.example',
		`https://127.0.0.1:${server.port}`,
		`http://127.0.0.1:${server.port}.evil.example`,
		`http://127.0.0.1:${server.port}/`,
		`http://localhost.:${server.port}`,
		`${origin}, http://evil.example`
	];
	const CONTENT = [FORM, 'multipart/form-data; boundary=x', 'text/plain', 'application/json', ''];

	test('is refused on every form, whatever it is sent as, and does nothing', async () => {
		const { login, password } = demo.signIn;
		const body = new URLSearchParams({ account: login, password }).toString();
		const cookie = demo.sessions.members[0] ?? '';
		for (const from of foreign()) {
			for (const type of CONTENT) {
				const headers = { cookie, 'content-type': type, ...(from !== undefined && { origin: from }) };
				for (const path of ['/signin', '/signout', '/cells/new', '/setup', '/join']) {
					const { status, headers: answer } = await post(path, body, headers);
					expect([status, answer['set-cookie']], `${path} from ${from} as ${type}`).toEqual([403, undefined]);
				}
			}
		}
		expect((await stateOf(demo.meeting, cookie)).status).toBe(200);
	});

	test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
		expect(
			(await ask(server, '/signin', { method, headers: { origin: 'http://evil.example' } })).status
		).toBe(403);
		expect((await ask(server, '/signin', { method })).status).toBe(403);
	});

	test('is taken from our own pages', async () => {
		expect((await post('/signin', 'account=nobody&password=x', { origin })).status).toBe(400);
	});

	test('opens no socket', async () => {
		const cookie = demo.sessions.members[0] ?? '';
		for (const from of foreign()) {
			const headers = { cookie, ...(from !== undefined && { origin: from }) };
			for (const path of [`/yjs/${demo.meeting}/minutes`, '/socket.io/?EIO=4&transport=websocket'])
				expect(await upgrade(path, headers), `${path} from ${from}`).toBe('refused');
		}
		expect(await upgrade(`/yjs/${demo.meeting}/minutes`, { cookie, origin })).toBe('open');
	});

	function upgrade(path: string, headers: Record<string, string>): Promise<'open' | 'refused'> {
		return new Promise((resolve) => {
			const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
			socket.once('open', () => (socket.close(), resolve('open')));
			socket.once('error', () => resolve('refused'));
		});
	}
});

describe('a body', () => {
	const form = (bytes: number) => 'account=a&password='.padEnd(bytes, 'x');

	test('of 512 KiB is read', async () => {
		expect((await post('/signin', form(LIMIT), { origin })).status).toBe(400);
	});

	test('of one byte more is not, with its length told or not', async () => {
		expect((await post('/signin', form(LIMIT + 1), { origin })).status).toBe(413);
		const untold = { origin, 'transfer-encoding': 'chunked' };
		expect((await post('/signin', form(LIMIT + 1), untold)).status).toBe(413);
	});

	test('that breaks off leaves the server well', async () => {
		const socket = connect(server.port, '127.0.0.1');
		const head = [
			'POST /signin HTTP/1.1',
			`Host: 127.0.0.1:${server.port}`,
			`Origin: ${origin}`,
			`Content-Type: ${FORM}`,
			`Content-Length: ${LIMIT}`
		];
		await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\naccount=a`, resolve));
		socket.destroy();
		expect(await server.isReady()).toBe(true);
		expect(server.complained).not.toMatch(/^\s+at /m);
	});
});

describe('what stands round each page', () => {
	test.each(['/signin', '/join', '/', '/nowhere', '/meetings/nowhere/desk'])('%s', async (path) => {
		const { headers } = await ask(server, path, { headers: { cookie: demo.sessions.members[0] ?? '' } });
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('microphone=()')
		});
		const policy = headers['content-security-policy'] ?? '';
		for (const part of [
			"default-src 'self'",
			"object-src 'none'",
			"base-uri 'none'",
			"frame-ancestors 'none'"
		])
			expect(policy).toContain(part);
		expect(policy).not.toContain('unsafe');
		expect(policy).not.toMatch(/https?:|\*/);
	});

	test('an answer in JSON is taken for nothing else', async () => {
		const { headers } = await stateOf(demo.meeting, demo.sessions.members[0] ?? '');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['content-type']).toContain('application/json');
	});
});

test('the session’s cookie is for this server and its own pages only', async () => {
	const { login: account, password } = demo.signIn;
	const { status, headers } = await post('/signin', new URLSearchParams({ account, password }).toString(), {
		origin
	});
	expect(status).toBe(303);
	const [cookie = '', ...others] = headers['set-cookie'] ?? [];
	expect(others).toEqual([]);
	const [pair, ...attributes] = cookie.split('; ');
	expect(pair).not.toMatch(/^__Host-/);
	expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
	expect(attributes.filter((each) => /^(Secure|Domain)/.test(each))).toEqual([]);
});

function stateOf(meeting: string, cookie: string): Promise<Reply> {
	return ask(server, `/api/v1/meetings/${meeting}/state`, { headers: { cookie } });
}
