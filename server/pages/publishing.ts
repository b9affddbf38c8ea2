/** What the pages of a model record are asked for, and what they show (RULES.md of `src/lib/publication`). */
import * as v from 'valibot';
import { LeftOut } from '../../src/lib/publication/contract.ts';
import type { Extract } from '../../src/lib/publication/extract.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { personById } from '../people/directory.ts';
import { extractOf, openPartOf, sealedForm, type Open } from '../publication/extract.ts';
import { committeeOf, publishedFor, type Published, type Who } from '../publication/publish.ts';
import { sealedRecord } from '../seals/append.ts';
import type { Entry } from '../../src/lib/seal/chain.ts';
import { readerFor } from './archive.ts';
import type { RecordVisit } from './record.ts';
import { actor } from './session.ts';

export interface Publishing {
	readonly open: Open;
	readonly seal: Extract['seal'];
}

/** Null for who may not publish it, and for a record that is not sealed (PB1). */
export async function publishingOf(
	{ db, records }: App,
	visit: RecordVisit | null
): Promise<Publishing | null> {
	if (!visit?.rights.records) return null;
	const link = await sealedRecord(db, visit.stored.meeting);
	if (!link || (await committeeOf(db, visit.stored.cell)) === null) return null;
	const { at } = JSON.parse(link.entry) as Entry;
	const seal = { number: link.number, hash: link.hash, at };
	return { open: openPartOf(records.open(visit.stored)), seal };
}

/** Null for a form that no page of ours sent. */
export function leftOutIn(form: FormData): LeftOut | null {
	const many = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
	const phrases = many('phrases').flatMap((text) => text.split('\n'));
	const { success, output } = v.safeParse(LeftOut, {
		items: many('item'),
		clauses: many('clause'),
		comments: many('comment'),
		people: many('person'),
		phrases: phrases.map((line) => line.trim()).filter((line) => line !== '')
	});
	return success ? output : null;
}

export function previewOf({ open, seal }: Publishing, left: LeftOut) {
	const extract = extractOf(open, left, seal);
	return { left, extract, sha256: sealedForm(extract).sha256 };
}

export async function whoActs({ db }: App, principal: Principal): Promise<Who> {
	const id = actor(principal);
	return { id, name: (await personById(db, id))?.name ?? '' };
}

/** A model as it may be read by somebody of a cell under the same committee (PB1). */
export async function modelFor(
	{ db }: App,
	principal: Principal,
	meeting: string
): Promise<Published | null> {
	const { committee } = await readerFor(db, principal);
	return publishedFor(db, committee, meeting);
}
