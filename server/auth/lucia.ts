/**
 * The only file that knows Lucia, which is no longer developed: leaving it touches this file alone. Lucia is given
 * the hash of a token as the session's id and never sees a token, so neither it nor the table could give one away.
 */
import { eq, lte, type SQL } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Database } from '../db/client.ts';
import { accounts, sessions } from '../db/tables.ts';
import type { Cookie, Kind } from './port.ts';

const DAY = 86_400_000;
/** Milliseconds. `sliding` counts from the last renewal, `absolute` from the first sign-in. */
const LIFETIMES: Record<Kind, { sliding: number; absolute: number }> = {
	staff: { sliding: 30 * DAY, absolute: 90 * DAY },
	device: { sliding: 400 * DAY, absolute: Infinity },
	wall: { sliding: 400 * DAY, absolute: 400 * DAY }
};

interface SessionAttributes {
	readonly createdAt: Date;
	readonly endsAt: Date;
	readonly renewal: 'none' | 'due' | 'replaced';
}

interface UserAttributes {
	readonly person: string | null;
	readonly isAdmin: boolean;
	readonly meeting: string | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, UserAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

export interface ValidSession extends Omit<SessionAttributes, 'endsAt'>, UserAttributes {
	readonly id: string;
	readonly account: string;
	/** Until when it should now be made to last; null where that is not due, or may not be. */
	readonly prolongTo: Date | null;
}

export interface LuciaSessions {
	/** @param createdAt  the first sign-in, from which the absolute lifetime counts */
	create(kind: Kind, account: string, id: string, createdAt: Date): Promise<void>;
	/** Writes nothing but the end of a session that has expired. */
	validate(kind: Kind, id: string): Promise<ValidSession | null>;
	cookie(kind: Kind, token: string): Cookie;
	blankCookie(): Cookie;
	readonly cookieName: string;
}

export interface LuciaDeps {
	readonly db: Database;
	readonly secure: boolean;
	readonly now: () => number;
	/** Deletes sessions and tells whoever listens. */
	readonly end: (which: SQL | undefined) => Promise<void>;
}

export function luciaSessions(deps: LuciaDeps): LuciaSessions {
	const lucias = { staff: lucia('staff', deps), device: lucia('device', deps), wall: lucia('wall', deps) };
	return {
		async create(kind, account, id, createdAt) {
			const endsAt = latestEnd(kind, createdAt, deps.now());
			await lucias[kind].createSession(account, { createdAt, endsAt, renewal: 'none' }, { sessionId: id });
		},
		async validate(kind, id) {
			const { session, user } = await lucias[kind].validateSession(id);
			if (!session) return null;
			const { createdAt, endsAt, renewal, userId: account } = session;
			const { person, isAdmin, meeting } = user;
			const latest = latestEnd(kind, createdAt, deps.now());
			// `fresh` is Lucia's word for: more than half of the sliding time is over.
			const mayLast = session.fresh && renewal === 'none' && latest > endsAt;
			return {
				id,
				account,
				person,
				isAdmin,
				meeting,
				createdAt,
				renewal,
				prolongTo: mayLast ? latest : null
			};
		},
		cookie: (kind, token) => sealed(lucias[kind].createSessionCookie(token), deps.secure),
		blankCookie: () => sealed(lucias.device.createBlankSessionCookie(), deps.secure),
		cookieName: lucias.device.sessionCookieName
	};
}

function lucia(kind: Kind, deps: LuciaDeps): Lucia<SessionAttributes, UserAttributes> {
	return new Lucia(adapter(kind, deps), {
		sessionExpiresIn: new TimeSpan(LIFETIMES[kind].sliding, 'ms'),
		sessionCookie: { name: deps.secure ? '__Host-session' : 'session', attributes: { secure: deps.secure } },
		getSessionAttributes: ({ createdAt, endsAt, renewal }) => ({ createdAt, endsAt, renewal }),
		getUserAttributes: ({ person, isAdmin, meeting }) => ({ person, isAdmin, meeting })
	});
}

function latestEnd(kind: Kind, createdAt: Date, now: number): Date {
	const { sliding, absolute } = LIFETIMES[kind];
	return new Date(Math.min(now + sliding, createdAt.getTime() + absolute));
}

function sealed(cookie: ReturnType<Lucia['createSessionCookie']>, secure: boolean): Cookie {
	const maxAge = cookie.attributes.maxAge ?? 0;
	return {
		name: cookie.name,
		value: cookie.value,
		attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge },
		header: cookie.serialize()
	};
}

function adapter(kind: Kind, { db, now, end }: LuciaDeps): Adapter {
	// Lucia asks `Date.now()` itself, so instants cross over from our clock to it and back.
	const asLuciaSees = (at: Date) => new Date(at.getTime() - now() + Date.now());
	const toLucia = ({
		id,
		userId,
		expiresAt,
		createdAt,
		renewal
	}: typeof sessions.$inferSelect): DatabaseSession => ({
		id,
		userId,
		expiresAt: asLuciaSees(expiresAt),
		attributes: { createdAt, endsAt: expiresAt, renewal }
	});
	return {
		async getSessionAndUser(id) {
			const [row] = await db
				.select({
					session: sessions,
					person: accounts.person,
					isAdmin: accounts.isAdmin,
					meeting: accounts.meeting
				})
				.from(sessions)
				.innerJoin(accounts, eq(accounts.id, sessions.userId))
				.where(eq(sessions.id, id));
			if (!row) return [null, null];
			const { session, ...attributes } = row;
			return [toLucia(session), { id: session.userId, attributes }];
		},
		async getUserSessions(account) {
			return (await db.select().from(sessions).where(eq(sessions.userId, account))).map(toLucia);
		},
		async setSession({ id, userId, attributes }) {
			const { createdAt, endsAt, renewal } = attributes;
			await db.insert(sessions).values({ id, userId, createdAt, renewal, expiresAt: endsAt });
		},
		// Looking writes nothing: only who can hand the browser a cookie prolongs (`prolongTo`), or the two would part.
		updateSessionExpiration: async () => {},
		deleteSession: (id) => end(eq(sessions.id, id)),
		deleteUserSessions: (account) => end(eq(sessions.userId, account)),
		deleteExpiredSessions: () => end(lte(sessions.expiresAt, new Date(now())))
	};
}
