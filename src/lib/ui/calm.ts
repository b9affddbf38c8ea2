/** How long after a page is live: its own parts, and what the person does first, have the link to themselves. */
const CALM_MS = 5_000;

/** @returns stops it; for `onMount` */
export function whenCalm(task: () => void): () => void {
	const timer = setTimeout(task, CALM_MS);
	return () => clearTimeout(timer);
}

/**
 * Fetches parts of the page that are likely to be wanted, and those that must open without a link, once the page
 * has become calm. Not for who asked to be sent little.
 * @returns stops it; for `onMount`
 */
export function fetchWhenCalm(...parts: readonly (() => Promise<unknown>)[]): () => void {
	return whenCalm(() => {
		if (wantsLittle()) return;
		// Where it fails now, it is asked for again when it is needed.
		for (const part of parts) void part().catch(() => undefined);
	});
}

function wantsLittle(): boolean {
	const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
	return connection?.saveData === true;
}
