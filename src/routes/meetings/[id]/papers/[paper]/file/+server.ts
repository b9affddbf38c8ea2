import { seesAsObserver } from '#lib/meeting/readers.ts';
import { house } from '#lib/meeting/state.ts';
import { find, isFor } from '#lib/papers/papers.ts';
import { MOST_BYTES, type FileKind } from '#lib/papers/contract.ts';
import { may } from '#lib/people/may.ts';
import { app } from '../../../../../../../server/app.ts';
import { forVisitor, NOT_FOUND, problem } from '../../../../../../../server/pages/api.ts';
import { senderOf } from '../../../../../../../server/pages/room-data.ts';
import { contentOf, dropFile, keepFile } from '../../../../../../../server/papers/files.ts';
import type { RequestHandler } from './$types';

const TYPES: Readonly<Record<FileKind, string>> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	text: 'text/plain; charset=utf-8'
};

/** Handed over to be kept, never shown by this server's own address: whatever is in it can do nothing here (PA4). */
export const GET: RequestHandler = (event) =>
	forVisitor(event, async ({ room, viewer }) => {
		const paper = find(room.meeting.papers, event.params.paper);
		if (!paper?.file || !isFor(paper, seesAsObserver(room.meeting, viewer.person))) return NOT_FOUND();
		const found = await contentOf(app().db, { meeting: room.id, paper: paper.id, file: paper.file.id });
		if (!found) return NOT_FOUND();
		return new Response(new Uint8Array(found.content), {
			headers: {
				'content-type': TYPES[found.kind],
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
				'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
				'cross-origin-resource-policy': 'same-origin',
				'cache-control': 'private, no-store'
			}
		});
	});

/** The body is the file; its name comes in a header, percent-encoded. */
export const POST: RequestHandler = (event) =>
	forVisitor(event, async ({ room, viewer }) => {
		const { principal } = event.locals;
		const { paper } = event.params;
		if (!principal || viewer.person === null || !find(room.meeting.papers, paper)) return NOT_FOUND();
		const refusal = may(house(room.meeting), 'paper.attach', viewer.person);
		if (refusal) return problem(403, refusal, 'Only the committee gives a paper its file.');
		const content = await wholeBody(event.request);
		const name = decoded(event.request.headers.get('x-file-name') ?? '');
		const kept = await keepFile(app().db, { meeting: room.id, paper }, name, content);
		if ('refused' in kept && kept.refused === 'deleted') return NOT_FOUND();
		if ('refused' in kept) return problem(415, kept.refused, 'A PDF, a DOCX or plain text, 5 MiB at most.');
		const { file } = kept;
		const command = { type: 'paper.attach', paper, file } as const;
		const answer = await room.submit(senderOf(principal), `file-${file.id}`, command);
		if (answer.ok) return Response.json(file);
		await dropFile(app().db, file.id);
		return problem(409, answer.code, 'The meeting did not take the file.');
	});

/** No more than a byte too much is ever held. */
async function wholeBody({ body }: Request): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = body?.getReader();
	for (;;) {
		const next = await reader?.read();
		if (!next?.value || next.done) return Buffer.concat(chunks);
		chunks.push(next.value);
		length += next.value.length;
		if (length > MOST_BYTES) {
			await reader?.cancel();
			return Buffer.concat(chunks);
		}
	}
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return ''; // a name that is not well formed is no name
	}
}
