import type { Debrief } from '../debrief/debrief.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { Meeting } from '../meeting/state.ts';
import { nameIn } from '../people/names.ts';
import { members } from '../people/roster.ts';
import type { MeetingRecord } from '../records/record.ts';
import type { Remark } from '../remarks/remarks.ts';
import type { Guide, PaperKind } from './layout.ts';
import { dayParts, placeOf, upperPlace } from './words.ts';

/** Whom the signature stands for: both are in use (domain, section 8). */
export type OnBehalfOf = 'cell' | 'committee';

/** What a paper is made from: the record as its reader may see it, and how they want it. */
export interface Source {
	readonly record: MeetingRecord;
	/** As the record leaves it. */
	readonly meeting: Meeting;
	readonly guide: Guide;
	readonly onBehalfOf: OnBehalfOf;
	/** `Số 05-NQ/CB`, of the papers that have been given one. */
	readonly numbers: Partial<Record<PaperKind, string>>;
	/** The item that an extract is of. */
	readonly item: string | null;
	readonly reader: PersonId | null;
	/** Whether reasons of leave are for this reader. */
	readonly whole: boolean;
	/** What observers remarked, as far as this reader reads it. */
	readonly remarks: readonly Remark[];
	/** Null where there was none, or it is not for this reader yet. */
	readonly debrief: Debrief | null;
	/** What the record can be checked by, once it is sealed. */
	readonly fingerprint: string | null;
}

/** The places of the form's patterns that every paper fills alike. */
export function valuesOf({ record, meeting }: Source): Record<string, string> {
	const { cell, month, chair, minuteTaker, topic, endedAt, plannedStart } = record.meeting;
	const [yyyy = '', mm = ''] = month.split('-');
	const signer = signerOf(meeting);
	const day = dayParts(endedAt ?? plannedStart);
	return {
		cellName: cell.name,
		gpcName: upperPlace(cell.upper),
		yyyy,
		mm,
		q: String(Math.ceil(Number(mm) / 3)),
		topic: topic ?? '',
		dd: day.day,
		place: placeOf(cell.upper),
		chairName: nameIn(meeting.people, chair),
		minuteTakerName: nameIn(meeting.people, minuteTaker),
		secretaryName: signer.name,
		deputySecretaryName: signer.name
	};
}

/** Who signs for the cell: the secretary, or the deputy who chaired in their place. */
export function signerOf({ people, chair }: Pick<Meeting, 'people' | 'chair'>): {
	name: string;
	isDeputy: boolean;
} {
	const chairing = people[chair];
	if (chairing?.kind === 'member' && chairing.office === 'deputy_secretary')
		return { name: chairing.name, isDeputy: true };
	const secretary = members(people).find(({ office }) => office === 'secretary');
	return { name: secretary?.name ?? nameIn(people, chair), isDeputy: false };
}
