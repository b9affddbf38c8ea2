/** Behind a proxy that speaks https: its `x-forwarded-*` headers tell who asks, and how. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from '../support/product.ts';
import { ask, type Reply } from '../support/request.ts';

const ORIGIN = 'https://hoitruong.example';

let product: Product;
let { server, demo } = {} as Product;

beforeAll(async () => {
	product = await startProduct(() => ({ ORIGIN, TRUST_PROXY: '1' }));
	({ server, demo } = product);
}, 120_000);

afterAll(() => product.close());

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
