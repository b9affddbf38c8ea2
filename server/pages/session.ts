import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { app } from '../app.ts';
import type { Cookie, Principal } from '../auth/auth.ts';

export function giveCookie(cookies: Cookies, { name, value, attributes }: Cookie): void {
	cookies.set(name, value, attributes);
}

/** A path of ours to go on to; anything that could lead away is the home page. */
export function nextPath(wanted: string | null | undefined): string {
	return wanted && /^\/(?![/\\])[\w\-./?=&%~]*$/.test(wanted) ? wanted : '/';
}

/** Who is signed in; the others are asked to, and come back. */
export function signedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Principal {
	if (!locals.principal) redirect(303, `/signin?next=${encodeURIComponent(url.pathname)}`);
	return locals.principal;
}

/** Who acts, for a meeting's log: the person, or the account that speaks for nobody. */
export function actor({ person, account }: Principal): string {
	return person ?? account;
}

/** Somebody's new device, or the one that they came with. */
export async function deviceOf({
	locals,
	cookies
}: Pick<RequestEvent, 'locals' | 'cookies'>): Promise<Pick<Principal, 'account' | 'person'>> {
	if (locals.principal && locals.principal.kind !== 'wall') return locals.principal;
	const { account, cookie } = await app().auth.newDevice();
	giveCookie(cookies, cookie);
	return { account, person: null };
}
