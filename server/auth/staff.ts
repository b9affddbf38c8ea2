import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { clean } from '../../src/lib/kernel/text.ts';
import type { Database } from '../db/client.ts';
import { accounts, sessions as sessionRows } from '../db/tables.ts';
import { Busy } from './gate.ts';
import { limiter, type Limit } from './limits.ts';
import { createPasswords } from './passwords.ts';
import { LoginTaken, UnknownAccount, type Auth } from './port.ts';
import type { Sessions } from './sessions.ts';

const MINUTE = 60_000;
/** Per account and address: never by address alone, since a hall full of people is one address. */
const FAILED_SIGN_INS: Limit = {
	tries: 5,
	milliseconds: 15 * MINUTE,
	wait: (time) => Math.min(15, 2 ** (time - 1)) * MINUTE
};
const BUSY_SECONDS = 5;
const LONGEST_LOGIN = 200;

type Staff = Pick<Auth, 'signIn' | 'confirm' | 'createStaff' | 'setPassword'>;

export function createStaff({
	db,
	sessions,
	now
}: {
	db: Database;
	sessions: Sessions;
	now: () => number;
}): Staff {
	const passwords = createPasswords();
	const failures = limiter(FAILED_SIGN_INS, now);

	async function accountWith(login: string, password: string): Promise<string | null> {
		const [found] = await db
			.select({ id: accounts.id, passwordHash: accounts.passwordHash })
			.from(accounts)
			.where(and(eq(accounts.login, login), eq(accounts.kind, 'staff')));
		return (await passwords.matches(found?.passwordHash ?? null, password)) && found ? found.id : null;
	}

	return {
		async signIn(sent, password, address, replaces = null) {
			const login = normalLogin(sent);
			if (login.length > LONGEST_LOGIN) return { ok: false, code: 'wrong' };
			const key = JSON.stringify([login, address]);
			const wait = failures.take(key);
			if (wait > 0) return tooMany(wait / 1_000);
			try {
				const account = await accountWith(login, password);
				if (account === null) return { ok: false, code: 'wrong' };
				failures.forget(key);
				const cookie = await sessions.issue('staff', account);
				if (replaces !== null) await sessions.endOne(replaces);
				return { ok: true, cookie, account };
			} catch (error) {
				failures.giveBack(key);
				if (error instanceof Busy) return tooMany(BUSY_SECONDS);
				throw error;
			}
		},
		async confirm(account, password, address) {
			const key = JSON.stringify(['confirm', account, address]);
			const wait = failures.take(key);
			if (wait > 0) return tooMany(wait / 1_000);
			try {
				const [found] = await db
					.select({ passwordHash: accounts.passwordHash })
					.from(accounts)
					.where(and(eq(accounts.id, account), eq(accounts.kind, 'staff')));
				if (!(await passwords.matches(found?.passwordHash ?? null, password)) || !found)
					return { ok: false, code: 'wrong' };
				failures.forget(key);
				return { ok: true };
			} catch (error) {
				failures.giveBack(key);
				if (error instanceof Busy) return tooMany(BUSY_SECONDS);
				throw error;
			}
		},
		async createStaff({ login: sent, password, person, isAdmin }) {
			const login = normalLogin(sent);
			const id = randomUUID();
			const passwordHash = await passwords.hash(password);
			const made = await db
				.insert(accounts)
				.values({ id, kind: 'staff', login, passwordHash, person, isAdmin, createdAt: new Date(now()) })
				.onConflictDoNothing({ target: accounts.login })
				.returning({ id: accounts.id });
			if (made.length === 0) throw new LoginTaken();
			return id;
		},
		async setPassword(account, password, keep = null) {
			const passwordHash = await passwords.hash(password);
			const changed = await db
				.update(accounts)
				.set({ passwordHash })
				.where(and(eq(accounts.id, account), eq(accounts.kind, 'staff')))
				.returning({ id: accounts.id });
			if (changed.length === 0) throw new UnknownAccount();
			const ofAccount = eq(sessionRows.userId, account);
			await sessions.end(keep === null ? ofAccount : and(ofAccount, ne(sessionRows.id, keep)));
		}
	};
}

/** People type their login with any capitals, and in composed or decomposed letters. */
function normalLogin(login: string): string {
	return clean(login).toLowerCase();
}

function tooMany(seconds: number) {
	return { ok: false as const, code: 'too-many' as const, retryAfterSeconds: Math.ceil(seconds) };
}
