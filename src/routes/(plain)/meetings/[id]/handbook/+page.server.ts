import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { What } from '#lib/handbook/contract.ts';
import { app } from '../../../../../../server/app.ts';
import {
	proofIn,
	sayDone,
	takeBack,
	type Proof,
	type Said
} from '../../../../../../server/handbook/proofs.ts';
import { checked, optionalLine, paragraphs } from '../../../../../../server/pages/forms.ts';
import { handbookOf, heldOf, keptBy } from '../../../../../../server/pages/handbook.ts';
import { whoActs } from '../../../../../../server/pages/publishing.ts';
import { nextPath, signedIn } from '../../../../../../server/pages/session.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const meeting = await keptBy(app(), signedIn(event), event.params.id);
	if (!meeting) error(404);
	const { id, cell, type, month } = meeting.setup;
	return {
		id,
		cell: cell.name,
		type,
		month,
		home: meeting.phase === 'ended' ? `/records/${id}` : `/meetings/${id}/prepare`,
		...(await handbookOf(app(), id, heldOf(meeting)))
	};
};

const Asked = v.object({ what: What });
const Reference = v.object({ reference: optionalLine(200) });
const Reason = v.object({ reason: paragraphs(1000) });

async function forMeeting(
	event: RequestEvent
): Promise<{ said: Said; form: FormData; values: Record<string, string> }> {
	const principal = signedIn(event);
	const meeting = await keptBy(app(), principal, event.params.id);
	if (!meeting) error(404);
	const form = await event.request.formData();
	const values: Record<string, string> = {};
	for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
	const asked = v.safeParse(Asked, values);
	if (!asked.success) error(400);
	const by = await whoActs(app(), principal);
	return { said: { meeting: meeting.setup.id, what: asked.output.what, by }, form, values };
}

/** Null where none was chosen. */
async function chosenFile(form: FormData): Promise<Proof | null | 'unfit'> {
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0) return null;
	return proofIn(file.name, new Uint8Array(await file.arrayBuffer())) ?? 'unfit';
}

export const actions: Actions = {
	/** One tap from wherever it stands. */
	done: async (event) => {
		const { said, values } = await forMeeting(event);
		if (!(await sayDone(app(), said, { reference: null, proof: null }))) error(409);
		redirect(303, nextPath(values.back));
	},
	proof: async (event) => {
		const { said, form, values } = await forMeeting(event);
		const line = checked(Reference, values);
		const refused = { what: said.what, reference: values.reference ?? '', reason: '' };
		if (!line.ok) return fail(400, { ...refused, problem: 'too-long' as const });
		const proof = await chosenFile(form);
		if (proof === 'unfit') return fail(400, { ...refused, problem: 'file' as const });
		const { reference } = line.data;
		if (reference === null && proof === null) return fail(400, { ...refused, problem: 'nothing' as const });
		if (!(await sayDone(app(), said, { reference, proof })))
			return fail(409, { ...refused, problem: 'many' as const });
		redirect(303, event.url.pathname);
	},
	back: async (event) => {
		const { said, values } = await forMeeting(event);
		const form = checked(Reason, values);
		const problem = form.ok ? null : form.rejected.errors.reason;
		if (!form.ok) return fail(400, { what: said.what, reference: '', reason: values.reason ?? '', problem });
		await takeBack(app(), said, form.data.reason);
		redirect(303, event.url.pathname);
	}
};
