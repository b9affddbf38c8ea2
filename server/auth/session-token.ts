import type { Kind } from './port.ts';
import { isToken, newToken } from './tokens.ts';

/**
 * A session's token opens with its kind, because the kind's lifetime must be known before the session is read.
 * A forged letter gains nothing: the hash is over the letter too.
 */
const LETTERS: Record<Kind, string> = { staff: 's', device: 'd', wall: 'w' };

export interface SessionToken {
	readonly token: string;
	readonly kind: Kind;
}

export function newSessionToken(kind: Kind): SessionToken {
	return { kind, token: LETTERS[kind] + newToken() };
}

/** The first cookie of that name that has a token's form. Nothing is decoded, so nothing a stranger sends can throw. */
export function sessionTokenIn(cookieHeader: string | null | undefined, name: string): SessionToken | null {
	for (const pair of (cookieHeader ?? '').split(';')) {
		const [key = '', value = ''] = pair.trim().split('=', 2);
		const found = key === name ? parsed(value) : null;
		if (found) return found;
	}
	return null;
}

function parsed(token: string): SessionToken | null {
	const kind = (Object.keys(LETTERS) as Kind[]).find((key) => token.startsWith(LETTERS[key]));
	return kind && isToken(token.slice(1)) ? { kind, token } : null;
}
