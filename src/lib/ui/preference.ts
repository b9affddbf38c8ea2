const YEAR_IN_SECONDS = 31_536_000;

/** Keeps a choice of the person's on this device, where the server reads it before it renders the next page. */
export function keepPreference(name: 'locale' | 'text', value: string): void {
	const secure = location.protocol === 'https:' ? '; Secure' : '';
	document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax${secure}`;
}
