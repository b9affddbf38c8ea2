import type { BallotWords } from '../i18n/vi/ballot.ts';
import type { Locale } from '../i18n/words.ts';
import type VoteOnPhone from './VoteOnPhone.svelte';

export interface BallotCard {
	readonly Component: typeof VoteOnPhone;
	readonly ballot: BallotWords;
}

/** By language, so that a choice made on the card is not lost when somebody asks for the card again. */
const fetched = new Map<Locale, Promise<BallotCard>>();

/** The ballot with its words, fetched once; asked for again, it is tried again where it did not come. */
export function ballotCard(locale: Locale): Promise<BallotCard> {
	const known = fetched.get(locale);
	if (known) return known;
	const coming = fetchCard(locale);
	fetched.set(locale, coming);
	coming.catch(() => fetched.delete(locale));
	return coming;
}

async function fetchCard(locale: Locale): Promise<BallotCard> {
	const [{ default: Component }, { ballot }] = await Promise.all([
		import('./VoteOnPhone.svelte'),
		locale === 'en' ? import('../i18n/en/ballot.ts') : import('../i18n/vi/ballot.ts')
	]);
	return { Component, ballot };
}
