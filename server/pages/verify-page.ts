import type { Locale } from '../../src/lib/i18n/words.ts';
import type { App } from '../app.ts';

/** The page that checks a dossier, with the public key of this server; one file that needs nothing else (src/verify). */
export async function verifyPage(
	{ sealKey }: Pick<App, 'sealKey'>,
	locale: Locale
): Promise<{ html: string; policy: string }> {
	const [{ html, policy }, key] = await Promise.all([import('virtual:verify-page'), sealKey.found()]);
	const keys = JSON.stringify(key ? { [key.id]: key.publicKey } : {}).replaceAll('"', '&quot;');
	return { html: html.replace('%keys%', () => keys).replace('%lang%', locale), policy };
}
