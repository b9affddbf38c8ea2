/** The official papers of a record, as its reader may have them. */
import { house, reading, type Meeting } from '../../src/lib/meeting/state.ts';
import { PAPERS, type Paper, type PaperKind } from '../../src/lib/official/layout.ts';
import { paperOf } from '../../src/lib/official/papers.ts';
import type { Source } from '../../src/lib/official/source.ts';
import { takesPart } from '../../src/lib/people/may.ts';
import { readsRemark } from '../../src/lib/remarks/readers.ts';
import type { Remark } from '../../src/lib/remarks/remarks.ts';
import { fingerprint } from '../../src/lib/seal/fingerprint.ts';
import { lineOf } from '../../src/lib/seal/line.ts';
import type { App } from '../app.ts';
import type { Chosen } from '../official/asked.ts';
import type { RecordVisit } from './record.ts';

export async function sourceOf(
	{ rooms }: Pick<App, 'rooms'>,
	visit: RecordVisit,
	chosen: Chosen
): Promise<Source> {
	const { record, meeting, person, whole, stored } = visit;
	const now = (await rooms.get(stored.meeting))?.meeting ?? meeting;
	return {
		...chosen,
		record,
		meeting,
		numbers: record.numbers,
		reader: person,
		whole,
		remarks: remarksFor(now, person),
		debrief: debriefFor(visit),
		seal: sealOf(now)
	};
}

/** The record itself holds no words of observers: they are in the room, for who may read them (RE3). */
function remarksFor(now: Meeting, person: string | null): Remark[] {
	const { remarks } = now.remarks;
	return remarks.filter((remark) => !remark.withdrawn && readsRemark(reading(now), person, remark));
}

/** While it lasts, for who takes part; then for every reader of the record (DB11). */
function debriefFor({ record, meeting, person }: RecordVisit): Source['debrief'] {
	const { debrief } = record;
	if (!debrief || debrief.closedAt !== null) return debrief;
	return person !== null && takesPart(house(meeting), person) ? debrief : null;
}

/** What somebody who holds the paper compares, and keeps against a tail that is cut off (seal, SE7, SE11). */
function sealOf({ seal, setup }: Meeting): Source['seal'] {
	if (!seal?.kept) return null;
	const { number, hash } = seal.kept;
	return { number, fingerprint: fingerprint(hash), line: lineOf({ cell: setup.cell.id, ...seal.kept }) };
}

/** Those that there is something for; an extract is asked for by its item. */
export function papersThere(source: Source): PaperKind[] {
	return PAPERS.filter((kind) => kind !== 'extract' && paperOf(source, kind) !== null);
}

/** Every paper that there is, as a dossier holds them. */
export function allPapers(source: Source): Paper[] {
	return papersThere(source).flatMap((kind) => paperOf(source, kind) ?? []);
}
