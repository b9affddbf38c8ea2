import { app } from '../../../../../../../server/app.ts';
import { NOT_FOUND, problem } from '../../../../../../../server/pages/api.ts';
import { visitRecord } from '../../../../../../../server/pages/record.ts';
import { jsonOf, replayOf } from '../../../../../../../server/replay/replay.ts';
import type { RequestHandler } from './$types';

/** What the page needs to show every second; compressed on its way, since letters say little each. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	if (!locals.principal) return problem(401, 'no-session', 'Sign in first.');
	const visit = await visitRecord(app(), locals.principal, params.meeting);
	const replay = visit && (await replayOf(app(), visit));
	if (!replay) return NOT_FOUND();
	const plain = streamOf(jsonOf(replay));
	const isCompressed = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
	return new Response(isCompressed ? plain.pipeThrough(new CompressionStream('gzip')) : plain, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'private, no-store',
			vary: 'accept-encoding',
			...(isCompressed && { 'content-encoding': 'gzip' })
		}
	});
};

function streamOf(pieces: AsyncIterator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		}
	});
}
