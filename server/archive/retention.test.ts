import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { START } from '../../tests/support/meeting.ts';
import { held, heldAndSealed } from '../../tests/support/sealed.ts';
import { startServer, until, type TestServer } from '../../tests/support/server.ts';
import { recordWords, seals } from '../db/tables.ts';
import { deleteRecord } from '../seals/delete.ts';
import { verifyDatabase } from '../seals/verify.ts';
import { overdueIn, retentionOf, setRetention } from './retention.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

const DAY = 86_400_000;
const found = (meeting: string) => async () =>
	(await server.app.db.select().from(recordWords).where(eq(recordWords.meeting, meeting))).length > 0;

test('[AV7] [SE9] the owner is reminded of sealed records whose years are over; nothing goes by itself, and the chain tells what went', async () => {
	const { app, time } = server;
	await heldAndSealed(server, 'sealed', 'cell');
	await held(server, 'open', 'cell');
	await until(found('sealed'));
	await until(found('open'));
	expect(await retentionOf(app.db, 'cell')).toBeNull();
	time.now = START + 6 * 366 * DAY;
	expect(await overdueIn(app, 'cell')).toEqual([]);
	await setRetention(app.db, 'cell', 5);
	expect((await overdueIn(app, 'cell')).map(({ meeting, month }) => [meeting, month])).toEqual([
		['sealed', '2026-11']
	]);
	expect(await overdueIn(app, 'other')).toEqual([]);
	time.now = START + 5 * 365 * DAY;
	// A leap year lies between: the calendar's day has not come yet.
	expect(await overdueIn(app, 'cell')).toEqual([]);
	time.now = START + 6 * 366 * DAY;
	expect(await app.records.of('sealed')).not.toBeNull();

	await deleteRecord(app, { meeting: 'sealed', by: 'm01', reason: 'Hết thời hạn lưu trữ' });
	expect(await overdueIn(app, 'cell')).toEqual([]);
	const chain = await app.db.select({ kind: seals.kind }).from(seals).orderBy(seals.number);
	expect(chain).toEqual([{ kind: 'record' }, { kind: 'deletion' }]);
	const verified = await verifyDatabase(app.sql, { keys: null, checkpoints: [] });
	expect([verified.findings, verified.deleted]).toEqual([[], 1]);
});
