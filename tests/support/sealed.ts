/** Cells with sealed records, corrections and a deletion, made in the product's own ways. */
import type { Sql, TransactionSql } from 'postgres';
import { organisations } from '../../server/db/tables.ts';
import { createMeeting } from '../../server/meetings/create.ts';
import { correct } from '../../server/seals/correct.ts';
import { deleteRecord } from '../../server/seals/delete.ts';
import { verifyAt, type Against, type Verified } from '../../server/seals/verify.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import { setup, START } from './meeting.ts';
import { until, type TestServer } from './server.ts';

class Undone extends Error {}

/** What checking finds after `change`, which the keeper of the database makes past every trigger; then it is undone. */
export async function foundAfter(
	sql: Sql,
	change: (sql: TransactionSql) => Promise<unknown>,
	against: Against
): Promise<Verified> {
	let found: Verified | null = null;
	await sql
		.begin(async (transaction) => {
			await transaction`set local session_replication_role = replica`;
			await change(transaction);
			found = await verifyAt(transaction, against);
			throw new Undone();
		})
		.catch((error: unknown) => {
			if (!(error instanceof Undone)) throw error;
		});
	return found ?? Promise.reject(new Error('nothing was checked'));
}

let made = 0;

/** One command of a meeting, which must succeed. */
export async function act(
	{ app, time }: TestServer,
	meeting: string,
	by: string,
	command: Command
): Promise<void> {
	time.now += 1000;
	const room = await app.rooms.get(meeting);
	const answer = await room?.submit({ account: by, person: by, wallOf: null }, `s-${(made += 1)}`, command);
	if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
}

/** Holds a short meeting, ends it and seals its record; resolves once the room was told where it stands. */
export async function heldAndSealed(server: TestServer, id: string, cell: string): Promise<void> {
	await held(server, id, cell);
	await act(server, id, 'm01', { type: 'record.seal' });
	const room = await server.app.rooms.get(id);
	await until(() => room?.meeting.seal?.kept != null);
}

export async function held(server: TestServer, id: string, cell: string): Promise<void> {
	const { app } = server;
	await app.db.insert(organisations).values({ id: cell, kind: 'cell', name: cell }).onConflictDoNothing();
	const chain = { id: cell, name: `Chi bộ ${cell}`, upper: 'Đảng ủy phường' };
	const words = {
		titles: { a1: 'Mở đầu' },
		clauses: { c1: 'Nội dung khoản một.' },
		resolutionTitle: 'về tháng này'
	};
	await createMeeting(app, 'm01', setup({ id, cell: chain, plannedStart: START }), words);
	for (const by of ['m01', 'm02', 'm03'])
		await act(server, id, by, { type: 'attendance.check-in', method: 'self' });
	await act(server, id, 'm01', { type: 'meeting.open' });
	await act(server, id, 'm03', {
		type: 'comment.post',
		ref: 'k1',
		on: { kind: 'item', ref: 'a1' },
		text: 'Đề nghị <b>ghi rõ</b> thời hạn'
	});
	await act(server, id, 'm01', { type: 'meeting.end' });
}

/** Three records and a correction in one cell, one of them deleted later; another cell with two records. */
export async function manySealed(server: TestServer): Promise<void> {
	const { db, sealKey, clock } = server.app;
	const deps = { db, sealKey, clock };
	for (const [id, cell] of [
		['one', 'north'],
		['two', 'north'],
		['deleted', 'north'],
		['other', 'south']
	] as const)
		await heldAndSealed(server, id, cell);
	const by = { id: 'm01', name: 'Nguyễn Văn m01' };
	await correct(deps, { meeting: 'two', by, reason: 'Ghi nhầm', text: 'Hạn là 30/11, không phải 31/11.' });
	await correct(deps, { meeting: 'deleted', by, reason: 'Ghi nhầm', text: 'Sẽ xóa.' });
	await deleteRecord(deps, { meeting: 'deleted', by: 'm01', reason: 'Hết thời hạn lưu trữ' });
	await heldAndSealed(server, 'last', 'south');
}
