import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { accounts, sessions } from '../db/tables.ts';
import { lookUps } from './look-ups.ts';
import { luciaSessions, type ValidSession } from './lucia.ts';
import type { Cookie, Kind, Principal } from './port.ts';
import { newSessionToken, sessionTokenIn, type SessionToken } from './session-token.ts';
import { hashed } from './tokens.ts';

export interface Sessions {
	/** The session of a cookie header, as `Auth.principal` describes it. */
	principal(
		cookieHeader: string | null | undefined,
		reach: 'page' | 'socket'
	): Promise<{ principal: Principal; refreshed: Cookie | null } | null>;
	issue(kind: Kind, account: string): Promise<Cookie>;
	blankCookie(): Cookie;
	endOne(session: string): Promise<void>;
	/** Deletes, and tells who listens, each session that meets the condition. */
	end(which: SQL | undefined): Promise<void>;
	/** Every session of the person gets a new token with its next page. */
	renewTokens(person: string): Promise<void>;
	/** What was known of the account's sessions is read again. */
	accountChanged(account: string): void;
}

interface Deps {
	readonly db: Database;
	readonly secure: boolean;
	readonly now: () => number;
	readonly ended: (session: string) => void;
}

/** The time within which every process knows what another one did to a session. */
const KEPT = { milliseconds: 2_000, most: 10_000 };
/** Requests already under way with the old token still pass. */
const OLD_TOKEN_MILLISECONDS = 60_000;

export function createSessions({ db, secure, now, ended }: Deps): Sessions {
	const lucia = luciaSessions({ db, secure, now, end });
	const known = lookUps<Known>({ ...KEPT, now, load: (key) => load(key) });

	// A look-up's key is kind and hash, never the token, so none lies about in memory for longer than its request.
	async function load(key: string): Promise<Known | null> {
		const [kind, id] = key.split(' ') as [Kind, string];
		const session = await lucia.validate(kind, id);
		return session && { ...session, kind };
	}

	function forget(id: string): void {
		known.dropWhere((session) => session.id === id);
	}

	async function end(which: SQL | undefined): Promise<void> {
		const gone = await db.delete(sessions).where(which).returning({ id: sessions.id });
		for (const { id } of gone) forget(id);
		for (const { id } of gone) ended(id);
	}

	async function create(kind: Kind, account: string, createdAt: Date) {
		const { token } = newSessionToken(kind);
		const id = hashed(token);
		await lucia.create(kind, account, id, createdAt);
		return { id, cookie: lucia.cookie(kind, token) };
	}

	async function prolong(session: Known, token: string, to: Date): Promise<Cookie> {
		await db.update(sessions).set({ expiresAt: to }).where(eq(sessions.id, session.id));
		forget(session.id);
		return lucia.cookie(session.kind, token);
	}

	/** Null where another request was first. The new session is written first: a crash in between loses nobody theirs. */
	async function replace(old: Known) {
		const next = await create(old.kind, old.account, old.createdAt);
		const won = await db
			.update(sessions)
			.set({ renewal: 'replaced', expiresAt: new Date(now() + OLD_TOKEN_MILLISECONDS) })
			.where(and(eq(sessions.id, old.id), eq(sessions.renewal, 'due')))
			.returning({ id: sessions.id });
		forget(old.id);
		if (won.length > 0) return next;
		await db.delete(sessions).where(eq(sessions.id, next.id));
		return null;
	}

	async function refreshed(session: Known, { token }: SessionToken) {
		if (session.renewal === 'due') return replace(session);
		const { prolongTo } = session;
		return prolongTo && { id: session.id, cookie: await prolong(session, token, prolongTo) };
	}

	return {
		async principal(cookieHeader, reach) {
			const sent = sessionTokenIn(cookieHeader, lucia.cookieName);
			const session = sent && (await known.get(`${sent.kind} ${hashed(sent.token)}`));
			if (!session) return null;
			const next = reach === 'page' ? await refreshed(session, sent) : null;
			return { principal: principalOf(session, next?.id ?? session.id), refreshed: next?.cookie ?? null };
		},
		async issue(kind, account) {
			return (await create(kind, account, new Date(now()))).cookie;
		},
		blankCookie: lucia.blankCookie,
		async endOne(session) {
			await db.delete(sessions).where(eq(sessions.id, session));
			// Told even where another process had deleted it: this one may still have its sockets open.
			forget(session);
			ended(session);
		},
		end,
		async renewTokens(person) {
			const ofPerson = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.person, person));
			await db
				.update(sessions)
				.set({ renewal: 'due' })
				.where(and(inArray(sessions.userId, ofPerson), eq(sessions.renewal, 'none')));
			known.dropWhere((session) => session.person === person);
		},
		accountChanged: (account) => known.dropWhere((session) => session.account === account)
	};
}

interface Known extends ValidSession {
	readonly kind: Kind;
}

function principalOf({ account, kind, person, isAdmin, meeting }: Known, session: string): Principal {
	return { session, account, kind, person, isAdmin, meeting };
}
