/** The official papers of a record, as its reader may have them. */
import type { Paper, PaperKind } from '../../src/lib/official/layout.ts';
import { paperOf } from '../../src/lib/official/papers.ts';
import type { Source } from '../../src/lib/official/source.ts';
import { plainText } from '../../src/lib/official/text.ts';
import type { App } from '../app.ts';
import type { Chosen, Format } from '../official/asked.ts';
import type { RecordVisit } from './record.ts';

export function sourceOf({ record, meeting }: RecordVisit, chosen: Chosen): Source {
	const { resolutionNumber } = record.meeting;
	return {
		...chosen,
		record,
		meeting,
		numbers: resolutionNumber === null ? {} : { resolution: resolutionNumber },
		fingerprint: null
	};
}

export function official(visit: RecordVisit, kind: PaperKind, chosen: Chosen): Paper {
	return paperOf(sourceOf(visit, chosen), kind);
}

/** @throws {PressBusy} {PressFailed} */
export async function written({ press }: Pick<App, 'press'>, paper: Paper, as: Format): Promise<Uint8Array> {
	return as === 'txt' ? new TextEncoder().encode(plainText(paper)) : press.write({ as, paper });
}

export const TYPES: Readonly<Record<Format, string>> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	txt: 'text/plain; charset=utf-8'
};

/** A file to keep, which can do nothing at this server's address. */
export function download(bytes: Uint8Array, type: string, name: string): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'private, no-store'
		}
	});
}
