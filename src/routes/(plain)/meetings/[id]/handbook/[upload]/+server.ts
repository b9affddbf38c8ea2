import { error } from '@sveltejs/kit';
import type { ProofKind } from '#lib/handbook/contract.ts';
import { app } from '../../../../../../../server/app.ts';
import { proofOf } from '../../../../../../../server/handbook/proofs.ts';
import { keptBy } from '../../../../../../../server/pages/handbook.ts';
import { download } from '../../../../../../../server/pages/official-files.ts';
import { signedIn } from '../../../../../../../server/pages/session.ts';
import type { RequestHandler } from './$types';

const TYPES: Readonly<Record<ProofKind, string>> = {
	png: 'image/png',
	jpeg: 'image/jpeg',
	pdf: 'application/pdf'
};

/** Handed over to be kept, as every file that somebody sent. */
export const GET: RequestHandler = async (event) => {
	const { id, upload } = event.params;
	const meeting = await keptBy(app(), signedIn(event), id);
	const proof = meeting && (await proofOf(app().db, id, upload));
	if (!proof) error(404);
	return download({ bytes: proof.content, type: TYPES[proof.kind], name: proof.name });
};
