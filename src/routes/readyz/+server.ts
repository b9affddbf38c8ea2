import { app } from '../../../server/app.ts';

export const GET = async () =>
	(await app().ready()) ? new Response('ready\n') : new Response('the database is away\n', { status: 503 });
