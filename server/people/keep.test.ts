import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../tests/support/server.ts';
import { peopleOf } from './directory.ts';
import { keepPeople, NEW_MEMBER, removePerson } from './keep.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const CELL = 'cell';
const office = async (id: string) =>
	(await peopleOf(server.app.db, CELL)).find((person) => person.id === id)?.office;
const change = (id: string, fields: object) =>
	keepPeople(server.app, 'm01', CELL, { added: [], changed: [{ id, fields }] });
const meeting = async () => {
	const room = await server.app.rooms.get('mtg');
	if (!room) throw new Error('the meeting is there');
	return room.meeting;
};

test('[CE8] somebody new stands in the meeting that has not opened', async () => {
	await keepPeople(server.app, 'm01', CELL, {
		added: [{ ...NEW_MEMBER, name: 'Trần Thị Mới' }],
		changed: []
	});
	const added = (await peopleOf(server.app.db, CELL)).find(({ name }) => name === 'Trần Thị Mới');
	expect((await meeting()).people[added?.id ?? '']).toMatchObject({
		kind: 'member',
		name: 'Trần Thị Mới',
		standing: 'active'
	});
});

test('[CE8] a change of standing is copied', async () => {
	await change('m04', { standing: 'exempt' });
	expect((await meeting()).people.m04).toMatchObject({ standing: 'exempt' });
});

test('[CE4] a new secretary makes the former one a member', async () => {
	await change('m02', { office: 'secretary' });
	expect([await office('m01'), await office('m02')]).toEqual(['member', 'secretary']);
});

test('[CE4] the last secretary is neither made less nor removed, and nothing of it is written', async () => {
	expect(await change('m02', { office: 'member', name: 'Tên khác' })).toEqual({
		ok: false,
		code: 'last-secretary'
	});
	expect(await removePerson(server.app, 'm01', CELL, 'm02', 'thôi')).toEqual({
		ok: false,
		code: 'last-secretary'
	});
	const now = (await peopleOf(server.app.db, CELL)).find(({ id }) => id === 'm02');
	expect(now).toMatchObject({ office: 'secretary', removedAt: null });
	expect(now?.name).not.toBe('Tên khác');
});

test('[CE5] who is removed loses their devices and links at once, and is removed once', async () => {
	const cookie = await server.cookie('m03');
	const link = await server.app.auth.createLink('m03');
	expect(await removePerson(server.app, 'm02', CELL, 'm03', 'chuyển sinh hoạt')).toEqual({ ok: true });
	expect(await server.app.auth.principal(cookie)).toBeNull();
	expect(await server.app.auth.redeemLink(link)).toBeNull();
	expect(await office('m03')).toBeUndefined();
	expect(await removePerson(server.app, 'm02', CELL, 'm03', 'lần nữa')).toEqual({
		ok: false,
		code: 'unknown'
	});
});

test('somebody of another cell is not touched', async () => {
	expect(
		await keepPeople(server.app, 'm01', 'other', {
			added: [],
			changed: [{ id: 'm02', fields: { name: 'Kẻ lạ' } }]
		})
	).toEqual({ ok: true });
	expect((await peopleOf(server.app.db, CELL)).find(({ id }) => id === 'm02')?.name).not.toBe('Kẻ lạ');
});
