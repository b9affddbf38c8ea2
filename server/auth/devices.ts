import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, inArray, isNull, lte, ne, notExists } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { accounts, sessions as sessionRows } from '../db/tables.ts';
import { UnknownAccount, type Auth } from './port.ts';
import type { Sessions } from './sessions.ts';

const DAY = 86_400_000;
/** A device that nobody gave a name in this time is forgotten; so is one without a session, a day after it was made. */
const NAMELESS_DAYS = 30;

export type Devices = Pick<
	Auth,
	'newDevice' | 'newWall' | 'issueSession' | 'bind' | 'release' | 'unbind' | 'devicesOf'
> & {
	/** A new device that has its name from the start. */
	newDeviceOf(person: string): ReturnType<Auth['newDevice']>;
	sweepAccounts(): Promise<void>;
};

interface Deps {
	readonly db: Database;
	readonly sessions: Sessions;
	readonly now: () => number;
	readonly changed: (account: string) => void;
}

export function createDevices({ db, sessions, now, changed }: Deps): Devices {
	async function make(kind: 'device' | 'wall', person: string | null) {
		const account = randomUUID();
		await db.insert(accounts).values({ id: account, kind, person, createdAt: new Date(now()) });
		return { account, cookie: await sessions.issue(kind, account) };
	}

	/** Whether it was a device. */
	async function setPerson(account: string, person: string | null): Promise<boolean> {
		const isThat = and(eq(accounts.id, account), eq(accounts.kind, 'device'));
		const found = await db.update(accounts).set({ person }).where(isThat).returning({ id: accounts.id });
		sessions.accountChanged(account);
		return found.length > 0;
	}

	return {
		newDevice: () => make('device', null),
		newDeviceOf: (person) => make('device', person),
		newWall: () => make('wall', null),
		async issueSession(account) {
			const [found] = await db.select({ kind: accounts.kind }).from(accounts).where(eq(accounts.id, account));
			if (!found) throw new UnknownAccount();
			return sessions.issue(found.kind, account);
		},
		async bind(account, person) {
			const isDevice = await setPerson(account, person);
			if (isDevice) changed(account);
			return isDevice;
		},
		async release(account) {
			if (!(await setPerson(account, null))) return [];
			changed(account);
			const own = await db
				.select({ id: sessionRows.id })
				.from(sessionRows)
				.where(eq(sessionRows.userId, account));
			return own.map(({ id }) => id);
		},
		async unbind(account) {
			const isDevice = await setPerson(account, null);
			if (isDevice) await sessions.end(eq(sessionRows.userId, account));
			return isDevice;
		},
		devicesOf: (person) =>
			db
				.select({
					session: sessionRows.id,
					account: accounts.id,
					kind: accounts.kind,
					createdAt: sessionRows.createdAt,
					expiresAt: sessionRows.expiresAt
				})
				.from(sessionRows)
				.innerJoin(accounts, eq(accounts.id, sessionRows.userId))
				.where(and(eq(accounts.person, person), gt(sessionRows.expiresAt, new Date(now()))))
				.orderBy(asc(sessionRows.createdAt), asc(sessionRows.id)),
		async sweepAccounts() {
			const before = (days: number) => lte(accounts.createdAt, new Date(now() - days * DAY));
			const nameless = and(eq(accounts.kind, 'device'), isNull(accounts.person), before(NAMELESS_DAYS));
			await sessions.end(
				inArray(sessionRows.userId, db.select({ id: accounts.id }).from(accounts).where(nameless))
			);
			const itsSessions = db.select().from(sessionRows).where(eq(sessionRows.userId, accounts.id));
			await db.delete(accounts).where(and(ne(accounts.kind, 'staff'), before(1), notExists(itsSessions)));
		}
	};
}
