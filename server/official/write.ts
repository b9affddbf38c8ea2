import { unreachable } from '../../src/lib/kernel/decider.ts';
import { docxOf } from './docx.ts';
import { dossierOf, replacedIn } from './dossier.ts';
import type { Job } from './jobs.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

/** The bytes that a job asks for. */
export async function done(job: Job): Promise<Uint8Array> {
	switch (job.as) {
		case 'docx':
			return docxOf(job.paper);
		case 'pdf':
			return pdfOf(job.paper);
		case 'xlsx':
			return xlsxOf(job.table, job.at);
		case 'zip':
			return dossierOf(job);
		case 'replaced':
			return replacedIn(job);
		default:
			return unreachable(job);
	}
}
