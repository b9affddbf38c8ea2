import { expect, test, vi } from 'vitest';
import { Bare, makeAgenda, MEETING, stage } from './testing.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, { timeout: 5_000, interval: 5 });

async function prepared(given: Parameters<typeof stage>[0] = {}) {
	const room = await stage(given);
	await makeAgenda(room.log);
	return room;
}

test.each(['http://evil.example', 'null', 'http://here.evil.example', 'https://here', ''])(
	'refuses the handshake of a page from %s',
	async (origin) => {
		const room = await prepared();
		const stranger = new Bare(room.port, 'an', undefined, origin);
		await until(() => stranger.status !== null);
		expect(stranger.status).toBe(403);
	}
);

test('closes with 4401 without a session', async () => {
	const room = await prepared();
	const nobody = new Bare(room.port, '');
	await until(() => nobody.code !== null);
	expect(nobody.code).toBe(4401);
});

test.each([
	['a document that was never made', `/yjs/${MEETING}/minutes`, 'an'],
	['a name that is no document', `/yjs/${MEETING}/accounts`, 'an'],
	['a meeting that does not exist', '/yjs/m2/agenda', 'an'],
	['a path of its own', `/yjs/${MEETING}/agenda/x`, 'an'],
	['no right', `/yjs/${MEETING}/agenda`, 'stranger']
])('closes with 4404, and nothing to tell them apart: %s', async (_what, path, cookie) => {
	const room = await prepared();
	const visitor = new Bare(room.port, cookie, path);
	await until(() => visitor.code !== null);
	expect([visitor.code, visitor.heard]).toEqual([4404, []]);
});

test('a hundred invented names leave nothing behind', async () => {
	const room = await prepared();
	const visitors = Array.from(
		{ length: 100 },
		(_, index) => new Bare(room.port, 'an', `/yjs/m${index + 5}/agenda`)
	);
	await until(() => visitors.every(({ code }) => code === 4404));
	expect(room.documents.metrics()).toMatchObject({ documents: 0 });
	expect(await room.log.document('m5/agenda')).toBeNull();
	await until(() => room.documents.metrics().sockets === 0);
});

test('the 25th socket of a session takes the place of the first', async () => {
	const room = await prepared();
	const sockets: Bare[] = [];
	for (let count = 0; count < 24; count += 1) sockets.push(await new Bare(room.port, 'an:laptop').join());
	expect(sockets[0]?.code).toBeNull();
	await new Bare(room.port, 'an:phone').join();
	expect(sockets[0]?.code, 'another session of the same person').toBeNull();
	await new Bare(room.port, 'an:laptop').join();
	await until(() => sockets[0]?.code !== null);
	expect(sockets.map(({ code }) => code)).toEqual([4429, ...Array.from({ length: 23 }, () => null)]);
});

test('too many from one address without a session are refused; people with one are not counted', async () => {
	const hanging: (() => void)[] = [];
	const room = await prepared({
		limits: { addressSockets: 3 },
		addressOf: () => '10.0.0.1',
		identify: async ({ headers: { cookie } }) => {
			if (cookie === 'an') return { session: 'an', person: 'an', reads: false };
			await new Promise<void>((resolve) => hanging.push(resolve));
			return null;
		}
	});
	for (let count = 0; count < 5; count += 1) await new Bare(room.port, 'an').join();
	const strangers = Array.from({ length: 3 }, () => new Bare(room.port, 'x'));
	await until(() => hanging.length === 3);
	const fourth = new Bare(room.port, 'x');
	await until(() => fourth.status !== null);
	expect(fourth.status).toBe(429);
	for (const go of hanging) go();
	await until(() => strangers.every(({ code }) => code === 4401));
});

test('a full process says so', async () => {
	const room = await prepared({ limits: { processSockets: 2 } });
	await new Bare(room.port, 'an').join();
	await new Bare(room.port, 'binh').join();
	const third = new Bare(room.port, 'chi');
	await until(() => third.status !== null);
	expect(third.status).toBe(429);
});

test('a browser is told to come back while the database is away', async () => {
	const room = await prepared({ identify: () => Promise.reject(new Error('away')) });
	const visitor = new Bare(room.port, 'an');
	await until(() => visitor.status !== null);
	expect(visitor.status).toBe(503);
});

test('signing out closes the sockets of that session, and of no other', async () => {
	const room = await prepared();
	const laptop = await new Bare(room.port, 'an:laptop').join();
	const phone = await new Bare(room.port, 'an:phone').join();
	room.documents.sessionEnded('laptop');
	await until(() => laptop.code !== null);
	expect([laptop.code, phone.code]).toEqual([4401, null]);
});
