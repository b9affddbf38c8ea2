/** A house with two people and a clock that the test moves, on a database of its own. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { connect, migrate } from '../../server/db/client.ts';
import { organisations, people } from '../../server/db/tables.ts';
import { freshDatabase } from '../database.ts';
import { createAuth } from '../../server/auth/auth.ts';
import type { Auth, Cookie } from '../../server/auth/port.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

const BEGIN = Date.UTC(2026, 2, 1, 7, 30);
const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));
const person = { cell: 'cell', partyStatus: 'official', office: 'member', standing: 'active' } as const;

export async function house() {
	const { url, drop } = await freshDatabase();
	await migrate(url, { folder: MIGRATIONS });
	const connection = connect(url);
	const { db, sql } = connection;
	await db.insert(organisations).values({ id: 'cell', kind: 'cell', name: 'Chi bộ 7' });
	await db.insert(people).values([
		{ id: 'an', name: 'Nguyễn Văn An', ...person },
		{ id: 'binh', name: 'Trần Thị Bình', ...person }
	]);
	let now = BEGIN;
	const clock = () => now;
	return {
		url,
		db,
		sql,
		async close() {
			await connection.close();
			await drop();
		},
		/** Another process on the same database has another `Auth` of the same clock. */
		auth: (secure = false): Auth => createAuth({ db, secure, now: clock }),
		/** What is stored of a session. */
		async session(id: string) {
			const [row] = await sql<
				{ expires_at: string; created_at: string }[]
			>`select * from sessions where id = ${id}`;
			return row && { expiresAt: Date.parse(row.expires_at), createdAt: Date.parse(row.created_at) };
		},
		pass: (milliseconds: number) => void (now += milliseconds),
		now: clock
	};
}

/** What a browser sends back. */
export function sent(cookie: Cookie): string {
	return `${cookie.name}=${cookie.value}`;
}

/** Everything that is told from now on. */
export function heard(listen: (listener: (subject: string) => void) => unknown): string[] {
	const subjects: string[] = [];
	listen((subject) => subjects.push(subject));
	return subjects;
}

/** The session that a cookie opens, as `Principal.session` names it. */
export function idOf(cookie: Cookie): string {
	return createHash('sha256').update(cookie.value).digest('hex');
}

export async function staff(auth: Auth, login: string) {
	const account = await auth.createStaff({ login, password: 'mật khẩu dài', person: 'an', isAdmin: true });
	return { account, cookie: await auth.issueSession(account) };
}
