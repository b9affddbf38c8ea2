import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Bare, makeAgenda, message, stage, stock, type Stage } from './testing.ts';

const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, { timeout: 8_000, interval: 5 });

async function prepared(given: Parameters<typeof stage>[0] = {}): Promise<Stage> {
	const room = await stage(given);
	await makeAgenda(room.log);
	return room;
}

const cursor = (at: number) => {
	const position = { type: { client: 1, clock: 0 }, tname: null, item: { client: 1, clock: at }, assoc: 0 };
	return { anchor: position, head: position };
};

function say(bare: Bare, client: number, clock: number, state: unknown): void {
	const body = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, JSON.stringify(state));
	});
	bare.ws.send(message([1], body));
}

/** What a bare client was told of others, last word first. */
function seen(bare: Bare): {
	client: number;
	clock: number;
	state: { user: { name: string; color: string }; cursor: unknown } | null;
}[] {
	return bare.heard
		.filter((data) => data[0] === 1)
		.toReversed()
		.flatMap((data) => {
			const inner = decoding.createDecoder(
				decoding.readVarUint8Array(decoding.createDecoder(data.subarray(1)))
			);
			return Array.from({ length: decoding.readVarUint(inner) }, () => ({
				client: decoding.readVarUint(inner),
				clock: decoding.readVarUint(inner),
				state: JSON.parse(decoding.readVarString(inner))
			}));
		});
}

test('cursors of stock providers appear with the name of the session, whatever the browser says', async () => {
	const room = await prepared();
	const an = stock(room, 'an');
	const binh = stock(room, 'binh');
	await until(() => an.provider.synced && binh.provider.synced);
	an.provider.awareness.setLocalState({
		user: { name: 'Bí thư', color: '#ff0000' },
		cursor: cursor(2),
		html: '<b>'
	});
	await until(() => binh.provider.awareness.getStates().get(an.doc.clientID)?.['cursor']);
	const shown = binh.provider.awareness.getStates().get(an.doc.clientID);
	expect(shown).toEqual({
		user: { name: 'Tên an', color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
		cursor: cursor(2)
	});
	expect(an.provider.awareness.getLocalState(), "one's own is not overwritten").toMatchObject({
		html: '<b>'
	});
	an.provider.awareness.setLocalStateField('cursor', cursor(3));
	await until(
		() => binh.provider.awareness.getStates().get(an.doc.clientID)?.['cursor']?.anchor.item.clock === 3
	);
	an.provider.disconnect();
	await until(() => !binh.provider.awareness.getStates().has(an.doc.clientID));
	an.provider.connect();
	an.provider.awareness.setLocalStateField('cursor', cursor(4));
	await until(() => binh.provider.awareness.getStates().has(an.doc.clientID));
});

test("who joins is told of those who are there; nobody speaks under another's id, moves it or takes it away", async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	say(an, 11, 1, { cursor: cursor(1) });
	const thief = await new Bare(room.port, 'binh').join();
	await until(() => seen(thief).length > 0);
	expect(seen(thief)[0]).toMatchObject({ client: 11, clock: 1, state: { user: { name: 'Tên an' } } });
	say(thief, 11, 9, { cursor: cursor(7) });
	say(thief, 11, 9, null);
	say(thief, 12, 1, { cursor: cursor(2) });
	await until(() => seen(an).some(({ client }) => client === 12));
	expect(
		seen(an)
			.filter(({ client }) => client === 11)
			.map(({ clock }) => clock)
	).toEqual([1]);
	const chi = await new Bare(room.port, 'chi').join();
	await until(() => seen(chi).length === 2);
	expect(
		seen(chi)
			.map(({ client, state }) => [client, state?.user.name])
			.sort()
	).toEqual([
		[11, 'Tên an'],
		[12, 'Tên binh']
	]);
});

test('an id that a cursor has shown cannot be taken by writing under it', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	say(an, an.doc.clientID, 1, { cursor: null });
	const thief = await new Bare(room.port, 'binh').join();
	await until(() => seen(thief).length > 0);
	thief.doc.clientID = an.doc.clientID;
	const before = Y.encodeStateVector(thief.doc);
	thief.doc.getXmlFragment('i1').push([new Y.XmlElement('paragraph')]);
	thief.update(Y.encodeStateAsUpdate(thief.doc, before));
	await until(() => thief.code !== null);
	expect(thief.code).toBe(4400);
	await until(() => !seen(an).some(({ state }) => state?.user.name === 'Tên binh'));
});

test('readers neither speak nor hear; a demoted editor is taken away', async () => {
	const room = await prepared();
	const an = await new Bare(room.port, 'an').join();
	const reader = await new Bare(room.port, 'doc').join();
	say(reader, 21, 1, { cursor: cursor(1) });
	const binh = await new Bare(room.port, 'binh').join();
	say(binh, 22, 1, { cursor: cursor(1) });
	await until(() => seen(an).some(({ client }) => client === 22));
	room.change({ binh: 'comment' });
	await until(() => seen(an)[0]?.state === null);
	expect(seen(an).map(({ client }) => client)).not.toContain(21);
	expect(seen(reader)).toEqual([]);
});

test('many movements become few frames; a state too large or misshapen is left out', async () => {
	const room = await prepared({ limits: { presenceEvery: 20 } });
	const an = await new Bare(room.port, 'an').join();
	const binh = await new Bare(room.port, 'binh').join();
	for (let clock = 1; clock <= 200; clock += 1) say(binh, 31, clock, { cursor: cursor(clock) });
	await until(() => seen(an)[0]?.clock === 200);
	expect(seen(an).length).toBeLessThan(50);
	expect(seen(an)[0]?.state?.cursor).toEqual(cursor(200));
	const chi = await new Bare(room.port, 'chi').join();
	say(binh, 31, 201, { cursor: cursor(1), note: 'x'.repeat(1_024) });
	say(chi, 32, 1, { cursor: null });
	await until(() => seen(an)[0]?.client === 32);
	say(binh, 31, 202, { cursor: { anchor: { tname: '<script>'.repeat(9) }, head: {} } });
	say(chi, 32, 2, { cursor: cursor(1) });
	await until(() => seen(an).some(({ client, clock }) => client === 32 && clock === 2));
	expect(seen(an).find(({ client }) => client === 31)?.state?.cursor).toEqual(cursor(200));
	expect(seen(an).map(({ clock }) => clock)).not.toContain(201);
	say(binh, 31, 203, { cursor: cursor(5) });
	await until(() => seen(an).some(({ client, clock }) => client === 31 && clock === 203));
	expect(JSON.stringify(seen(an))).not.toContain('script');
});

test("a second window of the same person repeats the first one's cursor without taking it over", async () => {
	const room = await prepared();
	const binh = await new Bare(room.port, 'binh').join();
	const laptop = await new Bare(room.port, 'an:laptop').join();
	const phone = await new Bare(room.port, 'an:phone').join();
	say(laptop, 41, 1, { cursor: cursor(1) });
	say(phone, 42, 1, { cursor: cursor(1) });
	await until(() => seen(binh).length === 2);
	say(phone, 41, 1, { cursor: cursor(1) });
	say(phone, 42, 2, { cursor: cursor(2) });
	await until(() => seen(binh)[0]?.clock === 2);
	phone.ws.close();
	await until(() => seen(binh)[0]?.state === null);
	const gone = seen(binh).filter(({ state }) => state === null);
	expect(gone.map(({ client }) => client)).toEqual([42]);
});
