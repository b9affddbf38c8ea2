/** Who is there, as the rest of the server sees it. The form of it: `auth.ts`. */

export type Kind = 'staff' | 'device' | 'wall';

export interface Principal {
	/** SHA-256 of the session's token: names the session without being able to open it. */
	readonly session: string;
	readonly account: string;
	readonly kind: Kind;
	readonly person: string | null;
	readonly isAdmin: boolean;
	/** What a wall shows. */
	readonly meeting: string | null;
}

export interface Cookie {
	readonly name: string;
	readonly value: string;
	/** As Kit's `cookies.set` takes them; `maxAge` in seconds. */
	readonly attributes: {
		readonly httpOnly: true;
		readonly sameSite: 'lax';
		readonly secure: boolean;
		readonly path: '/';
		readonly maxAge: number;
	};
	/** The whole value of a `Set-Cookie` header. */
	readonly header: string;
}

export interface Device {
	readonly session: string;
	readonly account: string;
	readonly kind: Kind;
	readonly createdAt: Date;
	readonly expiresAt: Date;
}

export type SignIn =
	| { readonly ok: true; readonly cookie: Cookie; readonly account: string }
	| { readonly ok: false; readonly code: 'wrong' }
	| { readonly ok: false; readonly code: 'too-many'; readonly retryAfterSeconds: number };

export type Confirmed =
	| { readonly ok: true }
	| { readonly ok: false; readonly code: 'wrong' }
	| { readonly ok: false; readonly code: 'too-many'; readonly retryAfterSeconds: number };

export interface Auth {
	/**
	 * Never throws for what a browser sent; rejects where the database is away, so that nobody is taken for
	 * signed out meanwhile.
	 * @param reach  `page` where the caller can set `refreshed` on its answer: only then is a session prolonged
	 *               or given its new token, which a socket could not hand to the browser
	 */
	principal(
		cookieHeader: string | null | undefined,
		reach?: 'page' | 'socket'
	): Promise<{ principal: Principal; refreshed: Cookie | null } | null>;

	/** @param replaces  the session that the same browser had until now; it ends when the sign-in succeeds */
	signIn(login: string, password: string, address: string, replaces?: string | null): Promise<SignIn>;
	/** Whether this is the password of an account that is signed in; counted like a sign-in. */
	confirm(account: string, password: string, address: string): Promise<Confirmed>;
	signOut(session: string): Promise<void>;
	/** What takes the cookie out of the browser. */
	blankCookie(): Cookie;

	/** A device that waits for a name. */
	newDevice(): Promise<{ cookie: Cookie; account: string }>;
	newWall(): Promise<{ cookie: Cookie; account: string }>;
	/** A ready cookie of an account. @throws {UnknownAccount} */
	issueSession(account: string): Promise<Cookie>;

	/** The desk confirmed a name. False, and nothing done, where the account is no device: staff keep their own name. */
	bind(account: string, person: string): Promise<boolean>;
	/** A device that is passed round has no name of its own any more, and stays signed in. Returns its sessions; none where it is no device. */
	release(account: string): Promise<string[]>;
	/** Takes the name back and ends the device's sessions. False, and nothing done, where the account is no device. */
	unbind(account: string): Promise<boolean>;
	/** After a change of office: each of the person's sessions gets a new token with its next page. */
	renewTokens(person: string): Promise<void>;

	/**
	 * @param person  whom the account speaks for; null for officials who belong to no cell
	 * @returns the account's id
	 * @throws {LoginTaken | UnfitPassword}
	 */
	createStaff(input: {
		login: string;
		password: string;
		person: string | null;
		isAdmin: boolean;
	}): Promise<string>;
	/** Ends the account's sessions but `keep`. @throws {UnknownAccount | UnfitPassword} */
	setPassword(account: string, password: string, keep?: string | null): Promise<void>;

	/** The token of a personal link, shown once. Earlier links stay good. */
	createLink(person: string): Promise<string>;
	/** No link of the person opens anything any more; devices that came by one keep their sessions. */
	revokeLinks(person: string): Promise<void>;
	/** A new device of the link's person; null where there is no such link, or it was revoked, or the person has left. */
	redeemLink(token: string): Promise<{ cookie: Cookie; account: string; person: string } | null>;

	/** Six digits for a wall, good for ten minutes and one use; the wall's earlier code dies. @throws {UnknownAccount} */
	newPairing(account: string): Promise<string>;
	/** The wall that from now on shows the meeting; null for a wrong code, and for every code after ten wrong ones. */
	pair(code: string, meeting: string): Promise<string | null>;

	/** Whatever can speak for the person now, oldest first. */
	devicesOf(person: string): Promise<Device[]>;
	/** The caller has made sure that the session may be ended by whoever asks. */
	revokeSession(session: string): Promise<void>;

	/** Told at once, in this process: revoked, signed out, unbound, expired, password changed. Returns what ends the listening. */
	onEnded(listener: (session: string) => void): () => void;
	/** An account got a name or, a wall, its meeting. Returns what ends the listening. */
	onChanged(listener: (account: string) => void): () => void;
	/** Deletes what has expired; to be called every minute or so, since it also ends what sockets of expired sessions have open. */
	sweep(): Promise<void>;
}

export class UnknownAccount extends Error {
	readonly id = 'unknown-account';
}

export class LoginTaken extends Error {
	readonly id = 'login-taken';
}

export class UnfitPassword extends Error {
	readonly id = 'unfit-password';
}
