import { error, redirect } from '@sveltejs/kit';
import { app } from '../app.ts';
import { visit, type Visit } from './room-data.ts';

interface Asked {
	readonly locals: App.Locals;
	readonly params: { readonly id: string };
	readonly url: URL;
}

/**
 * Who asks for a page of a meeting.
 * @throws what Kit turns into an answer: the way to sign in, or "not found", alike for a stranger and an unknown meeting
 */
export async function enter({ locals, params, url }: Asked): Promise<Visit> {
	if (!locals.principal) redirect(303, `/signin?next=${encodeURIComponent(url.pathname)}`);
	const found = await visit(app(), locals.principal, params.id);
	if (!found) error(404, 'not-found');
	return found;
}
