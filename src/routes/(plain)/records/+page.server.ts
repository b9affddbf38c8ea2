import { app } from '../../../../server/app.ts';
import { choices, search } from '../../../../server/archive/search.ts';
import { readerFor, wantedIn } from '../../../../server/pages/archive.ts';
import { signedIn } from '../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = app();
	const reader = await readerFor(db, signedIn(event));
	const wanted = wantedIn(event.url.searchParams);
	const [results, offered] = await Promise.all([search(db, reader, wanted), choices(db, reader)]);
	return { wanted, ...results, ...offered };
};
