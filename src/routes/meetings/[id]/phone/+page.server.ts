import { error, redirect } from '@sveltejs/kit';
import reasons from '#lib/domain/absence-reasons.json' with { type: 'json' };
import { panels as english } from '#lib/i18n/en/panels.ts';
import type { AbsenceReason } from '#lib/phone/absence-reason.ts';
import { reasonWords } from '#lib/rollcall/reasons.ts';
import { app } from '../../../../../server/app.ts';
import { scannedCode } from '../../../../../server/pages/door.ts';
import { liveScript } from '../../../../../server/pages/live-script.ts';
import { roomData, visit } from '../../../../../server/pages/room-data.ts';
import type { PageServerLoad } from './$types';

/** The page brings a script of its own (src/lib/phone/entry.ts). */
export const csr = false;

/** What a member may ask leave for; the other codes are states that the cell keeps. */
function askable(locale: 'vi' | 'en'): readonly AbsenceReason[] {
	const asked = reasons.reasons.filter(({ needsSecretaryApproval }) => needsSecretaryApproval);
	return asked.map(({ code, label }) => ({
		code,
		label: locale === 'en' ? reasonWords(english.reasons, code) : label
	}));
}

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	if (!locals.principal) redirect(303, '/join');
	const found = await visit(app(), locals.principal, params.id);
	if (!found) error(404);
	if (found.viewer.person === null) redirect(303, `/meetings/${params.id}/wall`);
	const start = {
		data: await roomData(app(), found),
		code: scannedCode(app(), cookies, params.id),
		reasons: askable(locals.locale)
	};
	return { start, script: liveScript('phone') };
};
