/** The official papers of a record, as its reader may have them. */
import { house, reading } from '../../src/lib/meeting/state.ts';
import { PAPERS, type Paper, type PaperKind } from '../../src/lib/official/layout.ts';
import { paperOf } from '../../src/lib/official/papers.ts';
import type { Source } from '../../src/lib/official/source.ts';
import { takesPart } from '../../src/lib/people/may.ts';
import { readsRemark } from '../../src/lib/remarks/readers.ts';
import type { Remark } from '../../src/lib/remarks/remarks.ts';
import type { App } from '../app.ts';
import type { Chosen } from '../official/asked.ts';
import type { RecordVisit } from './record.ts';

export async function sourceOf(app: App, visit: RecordVisit, chosen: Chosen): Promise<Source> {
	const { record, meeting, person, whole } = visit;
	return {
		...chosen,
		record,
		meeting,
		numbers: numbersOf(visit),
		reader: person,
		whole,
		remarks: await remarksFor(app, visit),
		debrief: debriefFor(visit),
		fingerprint: fingerprintOf(visit)
	};
}

function numbersOf({ record }: RecordVisit): Source['numbers'] {
	const { resolutionNumber } = record.meeting;
	return resolutionNumber === null ? {} : { resolution: resolutionNumber };
}

/** The record itself holds no words of observers: they are in the room, for who may read them (RE3). */
async function remarksFor({ rooms }: Pick<App, 'rooms'>, { stored, person }: RecordVisit): Promise<Remark[]> {
	const room = await rooms.get(stored.meeting);
	if (!room) return [];
	const { remarks } = room.meeting.remarks;
	return remarks.filter((remark) => !remark.withdrawn && readsRemark(reading(room.meeting), person, remark));
}

/** While it lasts, for who takes part; then for every reader of the record (DB11). */
function debriefFor({ record, meeting, person }: RecordVisit): Source['debrief'] {
	const { debrief } = record;
	if (!debrief || debrief.closedAt !== null) return debrief;
	return person !== null && takesPart(house(meeting), person) ? debrief : null;
}

/** What somebody who holds the paper finds the sealed record by. */
function fingerprintOf({ record, stored }: RecordVisit): string | null {
	return record.sealed ? `Mã kiểm tra của hồ sơ đã niêm phong (SHA-256): ${stored.sha256}` : null;
}

/** Those that there is something for; an extract is asked for by its item. */
export function papersThere(source: Source): PaperKind[] {
	return PAPERS.filter((kind) => kind !== 'extract' && paperOf(source, kind) !== null);
}

/** Every paper that there is, as a dossier holds them. */
export function allPapers(source: Source): Paper[] {
	return papersThere(source).flatMap((kind) => paperOf(source, kind) ?? []);
}
