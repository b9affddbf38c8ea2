import { app } from '../app.ts';
import { visit, type Visit } from './room-data.ts';

/** An error as every JSON answer of ours words it. */
export function problem(status: number, code: string, message: string): Response {
	return Response.json({ error: { code, message } }, { status });
}

export const NOT_FOUND = () => problem(404, 'not-found', 'There is no such thing, or you may not see it.');

/** Answers with what `then` makes of the meeting, or alike for a stranger's and an unknown one. */
export async function forVisitor(
	{ locals, params }: { locals: App.Locals; params: { id: string } },
	then: (visit: Visit) => Response | Promise<Response>
): Promise<Response> {
	if (!locals.principal) return problem(401, 'no-session', 'Sign in first.');
	const found = await visit(app(), locals.principal, params.id);
	return found ? then(found) : NOT_FOUND();
}
