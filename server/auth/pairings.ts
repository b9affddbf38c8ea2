import { randomInt } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { accounts, pairings } from '../db/tables.ts';
import { limiter, type Limit } from './limits.ts';
import { UnknownAccount, type Auth } from './port.ts';
import type { Sessions } from './sessions.ts';

const TEN_MINUTES = 600_000;
/** By the meeting whose console types the codes. */
const WRONG_CODES: Limit = { tries: 10, milliseconds: TEN_MINUTES, wait: () => TEN_MINUTES };

type Pairings = Pick<Auth, 'newPairing' | 'pair'> & { sweepPairings(): Promise<void> };

interface Deps {
	readonly db: Database;
	readonly sessions: Sessions;
	readonly now: () => number;
	readonly changed: (account: string) => void;
}

export function createPairings({ db, sessions, now, changed }: Deps): Pairings {
	const failures = limiter(WRONG_CODES, now);

	/** Null where another wall waits with this code. */
	async function reserve(code: string, account: string): Promise<string | null> {
		const row = { account, expiresAt: new Date(now() + TEN_MINUTES) };
		const reserved = await db
			.insert(pairings)
			.values({ code, ...row })
			.onConflictDoUpdate({
				target: pairings.code,
				set: row,
				setWhere: lte(pairings.expiresAt, new Date(now()))
			})
			.returning({ code: pairings.code });
		return reserved[0]?.code ?? null;
	}

	/** The code's wall, once. */
	async function take(code: string): Promise<string | null> {
		const alive = and(eq(pairings.code, code), gt(pairings.expiresAt, new Date(now())));
		const [taken] = await db.delete(pairings).where(alive).returning({ account: pairings.account });
		return taken?.account ?? null;
	}

	return {
		async newPairing(account) {
			const isWall = and(eq(accounts.id, account), eq(accounts.kind, 'wall'));
			const walls = await db.select({ id: accounts.id }).from(accounts).where(isWall);
			if (walls.length === 0) throw new UnknownAccount();
			await db.delete(pairings).where(eq(pairings.account, account));
			for (;;) {
				const code = await reserve(sixDigits(), account);
				if (code !== null) return code;
			}
		},
		async pair(code, meeting) {
			if (failures.take(meeting) > 0) return null;
			const wall = /^\d{6}$/.test(code) ? await take(code) : null;
			if (wall === null) return null;
			failures.giveBack(meeting);
			await db.update(accounts).set({ meeting }).where(eq(accounts.id, wall));
			sessions.accountChanged(wall);
			changed(wall);
			return wall;
		},
		async sweepPairings() {
			await db.delete(pairings).where(lte(pairings.expiresAt, new Date(now())));
		}
	};
}

function sixDigits(): string {
	return String(randomInt(1_000_000)).padStart(6, '0');
}
