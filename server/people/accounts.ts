import { and, eq } from 'drizzle-orm';
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
