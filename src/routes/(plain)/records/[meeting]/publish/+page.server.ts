import { error, fail, redirect } from '@sveltejs/kit';
import { app } from '../../../../../../server/app.ts';
import {
	leftOutIn,
	previewOf,
	publishingOf,
	whoActs,
	type Publishing
} from '../../../../../../server/pages/publishing.ts';
import { visitRecord } from '../../../../../../server/pages/record.ts';
import { signedIn } from '../../../../../../server/pages/session.ts';
import { choicesOf, suggested } from '../../../../../../server/publication/extract.ts';
import {
	publicationsOf,
	publish,
	sistersOf,
	takeBack
} from '../../../../../../server/publication/publish.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function publishing(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>): Promise<Publishing> {
	const visit = await visitRecord(app(), signedIn(event), event.params.meeting);
	return (await publishingOf(app(), visit)) ?? error(404);
}

export const load: PageServerLoad = async (event) => {
	const found = await publishing(event);
	const { cell, type, month } = found.open.record.meeting;
	const history = await publicationsOf(app().db, event.params.meeting);
	return {
		meeting: event.params.meeting,
		cell: cell.name,
		type,
		month,
		choices: choicesOf(found.open, found.seal),
		suggested: history[0]?.leftOut ?? suggested(found.open),
		current: history.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
		history: history.filter(({ withdrawnAt }) => withdrawnAt !== null),
		sisters: await sistersOf(app().db, cell.id)
	};
};

export const actions: Actions = {
	preview: async (event) => {
		const found = await publishing(event);
		const left = leftOutIn(await event.request.formData()) ?? error(400);
		return { ...previewOf(found, left), changed: false };
	},
	publish: async (event) => {
		const found = await publishing(event);
		const form = await event.request.formData();
		const left = leftOutIn(form) ?? error(400);
		const preview = previewOf(found, left);
		// What is published is what was seen (PB5).
		if (form.get('seen') !== preview.sha256) return fail(409, { ...preview, changed: true });
		const by = await whoActs(app(), signedIn(event));
		await publish(app(), by, preview.extract, left);
		redirect(303, event.url.pathname);
	},
	withdraw: async (event) => {
		await publishing(event);
		await takeBack(app(), await whoActs(app(), signedIn(event)), event.params.meeting);
		redirect(303, event.url.pathname);
	}
};
