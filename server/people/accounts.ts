import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { accounts } from '../db/tables.ts';

/** The account with a password that speaks for the person. */
export async function accountOf(db: Database, person: string): Promise<{ id: string; login: string } | null> {
	const [found] = await db
		.select({ id: accounts.id, login: accounts.login })
		.from(accounts)
		.where(and(eq(accounts.person, person), eq(accounts.kind, 'staff')));
	return found?.login ? { id: found.id, login: found.login } : null;
}

export async function accountOfLogin(db: Database, login: string): Promise<string | null> {
	const [found] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.login, login));
	return found?.id ?? null;
}

/** Gives an account that spoke for nobody its person; sessions made from now on know it at once. */
export async function speakFor(db: Database, account: string, person: string): Promise<void> {
	await db
		.update(accounts)
		.set({ person })
		.where(and(eq(accounts.id, account), isNull(accounts.person)));
}
