import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { app } from '../server/app.ts';
import { report } from '../server/report.ts';

const LOCALES = ['vi', 'en'] as const;

/** Headers that Kit's CSP does not set. The pages ask for nothing that a browser guards. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: with it a browser sends `Origin: null` with every plain form, which we refuse.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), microphone=(), geolocation=()'
};

export const handle: Handle = async ({ event, resolve }) => {
	const found = await app().auth.principal(event.request.headers.get('cookie'), 'page');
	event.locals.principal = found?.principal ?? null;
	// Before the page runs, so that a sign-in of this very request has the last word.
	if (found?.refreshed)
		event.cookies.set(found.refreshed.name, found.refreshed.value, found.refreshed.attributes);
	event.locals.locale = LOCALES.find((locale) => locale === event.cookies.get('locale')) ?? 'vi';
	const { locale } = event.locals;
	const textSize = /^[123]$/.test(event.cookies.get('text') ?? '') ? event.cookies.get('text') : '1';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%text%', textSize ?? '1')
	});
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	// At a plain address of the hall browsers ignore it, and complain on every page.
	if (isTrustworthy(event.url)) response.headers.set('cross-origin-opener-policy', 'same-origin');
	return response;
};

function isTrustworthy({ protocol, hostname }: URL): boolean {
	return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}

export const handleError: HandleServerError = ({ error, event, kind }) => {
	// Only a bug is unknown to Kit; its message must not reach anybody.
	if (kind !== 'unknown') return { message: 'not-found' };
	report('page', error, { route: event.route.id });
	return { message: 'error' };
};
