/** What the page of a record shows of its seal, and what may be done about it there. */
import { and, eq } from 'drizzle-orm';
import { keptUntil } from '../../src/lib/archive/retention.ts';
import { missingBeforeSeal, type Missing } from '../../src/lib/meeting/seal-ready.ts';
import type { Entry } from '../../src/lib/seal/chain.ts';
import { fingerprint } from '../../src/lib/seal/fingerprint.ts';
import { lineOf } from '../../src/lib/seal/line.ts';
import type { App } from '../app.ts';
import { retentionOf } from '../archive/retention.ts';
import type { Principal } from '../auth/auth.ts';
import { seals } from '../db/tables.ts';
import { personById, rightsIn } from '../people/directory.ts';
import { committeeOf } from '../publication/publish.ts';
import { sealedRecord } from '../seals/append.ts';
import { correctionsOf } from '../seals/correct.ts';
import type { RecordVisit } from './record.ts';

export interface Sealing {
	readonly maySeal: boolean;
	/** For who may seal: what the record would lack for good (SE1). */
	readonly missing: readonly Missing[];
	readonly mayCorrect: boolean;
	readonly mayDelete: boolean;
	/** There are cells under the same committee to publish it to (publication, PB1). */
	readonly mayPublish: boolean;
	/** Until when the cell keeps it; null where it has not said, or while the record may still grow. */
	readonly retention: { readonly until: number; readonly years: number; readonly isOver: boolean } | null;
	/** Null while the record may still grow. */
	readonly seal: {
		readonly at: number;
		readonly by: string;
		readonly number: number;
		readonly fingerprint: string;
		readonly key: string;
		/** What is kept on paper to find a cut tail (SE11). */
		readonly line: string;
	} | null;
	readonly corrections: readonly {
		readonly number: number;
		readonly at: number;
		readonly by: string;
		readonly reason: string;
		readonly text: string;
	}[];
}

export async function sealingOf(app: App, visit: RecordVisit): Promise<Sealing> {
	const { stored, meeting, person, rights } = visit;
	const link = await sealedRecord(app.db, stored.meeting);
	if (!link) {
		const maySeal = person === meeting.chair && meeting.seal === null;
		const nothing = { mayCorrect: false, mayDelete: false, mayPublish: false };
		const missing = maySeal ? missingBeforeSeal(meeting) : [];
		return { maySeal, missing, ...nothing, retention: null, seal: null, corrections: [] };
	}
	const { at, by } = JSON.parse(link.entry) as Entry;
	const corrections = await correctionsOf(app.db, stored.meeting);
	return {
		maySeal: false,
		missing: [],
		mayCorrect: mayCorrect(visit),
		mayDelete: rights.records,
		mayPublish: rights.records && (await committeeOf(app.db, stored.cell)) !== null,
		retention: await retentionFor(app, stored),
		seal: {
			at,
			by: meeting.people[by]?.name ?? '',
			number: link.number,
			fingerprint: fingerprint(link.hash),
			key: link.key,
			line: lineOf(link)
		},
		corrections: corrections.map(({ by: who, ...correction }) => ({ ...correction, by: who.name }))
	};
}

async function retentionFor(
	{ db, clock }: App,
	{ cell, endedAt }: RecordVisit['stored']
): Promise<Sealing['retention']> {
	const years = await retentionOf(db, cell);
	if (years === null) return null;
	const until = keptUntil(endedAt, years);
	return { until, years, isOver: until <= clock() };
}

/** Who led the meeting, or leads the cell (SE8). */
export function mayCorrect({ meeting, person, rights }: RecordVisit): boolean {
	return person === meeting.chair || rights.meetings;
}

export interface Deleted {
	readonly at: number;
	readonly by: string;
	readonly reason: string;
	/** The entry of the record, which stays. */
	readonly number: number;
}

/** Null alike for who does not belong to the cell, and for a record that was not deleted. */
export async function deletedRecord(
	app: App,
	principal: Principal | null,
	meeting: string
): Promise<Deleted | null> {
	const [row] = await app.db
		.select()
		.from(seals)
		.where(and(eq(seals.meeting, meeting), eq(seals.kind, 'deletion')));
	if (!row || !(await rightsIn(app.db, principal, row.cell)).content) return null;
	const { at, by, reason, of } = JSON.parse(row.entry) as Entry;
	return { at, by: (await personById(app.db, by))?.name ?? '', reason: reason ?? '', number: of ?? 0 };
}
