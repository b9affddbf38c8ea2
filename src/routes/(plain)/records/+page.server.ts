import { app } from '../../../../server/app.ts';
import { choices, search } from '../../../../server/archive/search.ts';
import { overdueFor, readerFor, wantedIn } from '../../../../server/pages/archive.ts';
import { signedIn } from '../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = app();
	const principal = signedIn(event);
	const reader = await readerFor(db, principal);
	const wanted = wantedIn(event.url.searchParams);
	const [results, offered, overdue] = await Promise.all([
		search(db, reader, wanted),
		choices(db, reader, wanted.models),
		overdueFor(app(), principal)
	]);
	return { wanted, hasModels: reader.committee !== null, overdue, ...results, ...offered };
};
