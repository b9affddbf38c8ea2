import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { inForce } from '#lib/standing/standing.ts';
import { app } from '../../../../../../server/app.ts';
import { cellFor } from '../../../../../../server/pages/cell.ts';
import {
	checked,
	choice,
	line,
	optionalLine,
	paragraphs,
	picked,
	valuesOf,
	type Values,
	wholeNumber
} from '../../../../../../server/pages/forms.ts';
import { dayFrom, dayOf } from '../../../../../../server/pages/local-time.ts';
import { actor } from '../../../../../../server/pages/session.ts';
import { addBlock, changeBlock, versionsOf } from '../../../../../../server/standing/keep.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cell } = await cellFor(event, event.params.cell, 'meetings');
	const today = dayOf(app().clock());
	const versions = await versionsOf(app(), cell.id);
	const now = inForce(versions, today);
	// What begins later and has no version yet is on the page as well, so that it can be seen and mended.
	const known = new Set(now.map(({ block }) => block));
	const later = inForce(
		versions.filter(({ block }) => !known.has(block)),
		'9999-12-31'
	).filter(({ from }) => from > today);
	const history = (block: string) => versions.filter((version) => version.block === block);
	return {
		cell,
		today,
		blocks: [...now, ...later].map((version) => ({ ...version, history: history(version.block) }))
	};
};

/** A day as people type it, kept as `2026-11-03`. */
const day = v.pipe(
	line(40),
	v.check((text) => dayFrom(text) !== null, 'bad-date'),
	v.transform((text) => dayOf(dayFrom(text) ?? 0))
);
const optionalDay = v.union(
	[
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		day
	],
	'bad-date'
);

const Kind = v.looseObject({ kind: choice(['citation', 'sentence', 'item']) });
const none = { number: null, issuedOn: null, issuer: null, minutes: null };
const Citation = v.pipe(
	v.object({
		title: line(300),
		number: optionalLine(60),
		issuedOn: optionalDay,
		issuer: optionalLine(200),
		text: v.pipe(
			optionalLine(1000),
			v.transform((text) => text ?? '')
		),
		from: day
	}),
	v.transform((fields) => ({ ...none, ...fields }))
);
const Sentence = v.pipe(
	v.object({ title: line(300), text: paragraphs(2000), from: day }),
	v.transform((fields) => ({ ...none, ...fields }))
);
const Item = v.pipe(
	v.object({ title: line(300), minutes: wholeNumber(1, 240), from: day }),
	v.transform((fields) => ({ ...none, text: '', ...fields }))
);
const FORMS = { citation: Citation, sentence: Sentence, item: Item };
const End = v.object({ block: picked, from: day });

const blank: Values = {};

export const actions: Actions = {
	/** A new block, or with `block` a new version of one. */
	keep: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
		const values = await valuesOf(event.request);
		const kind = checked(Kind, values);
		if (!kind.ok) return fail(400, { ...kind.rejected, done: null });
		const form = checked(FORMS[kind.data.kind], values);
		if (!form.ok) return fail(400, { ...form.rejected, done: null });
		const { from, ...content } = form.data;
		const { block = '' } = values;
		if (block === '')
			await addBlock(app(), actor(principal), cell.id, { kind: kind.data.kind, ...content }, from);
		else if (
			!(await changeBlock(app(), actor(principal), cell.id, block, { ...content, from, isEnd: false }))
		)
			error(404);
		return { values: blank, errors: {}, done: 'kept' as const };
	},
	end: async (event) => {
		const { cell, principal } = await cellFor(event, event.params.cell, 'meetings');
		const form = checked(End, await valuesOf(event.request));
		if (!form.ok) return fail(400, { ...form.rejected, done: null });
		const { block, from } = form.data;
		if (!(await changeBlock(app(), actor(principal), cell.id, block, { from, isEnd: true }))) error(404);
		return { values: blank, errors: {}, done: 'ended' as const };
	}
};
