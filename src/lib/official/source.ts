import type { Debrief } from '../debrief/debrief.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { Meeting } from '../meeting/state.ts';
import { nameIn } from '../people/names.ts';
import { members, type Office, type Person } from '../people/roster.ts';
import type { MeetingRecord } from '../records/record.ts';
import type { Remark } from '../remarks/remarks.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Guide } from './layout.ts';
import { dayParts, monthWritten } from '../i18n/day-in-words.ts';
import { placeOf, upperPlace } from './words.ts';

/** Whom the signature stands for: both are in use (domain, section 8). */
export type OnBehalfOf = 'cell' | 'committee';

/** The place of the sealed record in the chain of its cell, as people compare it (seal, SE7 and SE11). */
export interface PaperSeal {
	readonly number: number;
	readonly fingerprint: string;
	readonly line: string;
}

/** What a paper is made from: the record as its reader may see it, and how they want it. */
export interface Source {
	readonly record: MeetingRecord;
	/** As the record leaves it. */
	readonly meeting: Meeting;
	readonly guide: Guide;
	readonly onBehalfOf: OnBehalfOf;
	/** `Số 05-NQ/CB`, of the papers that have been given one. */
	readonly numbers: Numbers;
	/** The item that an extract is of. */
	readonly item: string | null;
	readonly reader: PersonId | null;
	/** Whether reasons of leave are for this reader. */
	readonly whole: boolean;
	/** What observers remarked, as far as this reader reads it. */
	readonly remarks: readonly Remark[];
	/** Null where there was none, or it is not for this reader yet. */
	readonly debrief: Debrief | null;
	/** What the record can be checked by; null before the seal. */
	readonly seal: PaperSeal | null;
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
		mm: monthWritten(mm),
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

const OFFICES: Readonly<Record<Office, string>> = {
	secretary: 'Bí thư chi bộ',
	deputy_secretary: 'Phó bí thư chi bộ',
	cell_committee_member: 'Chi ủy viên',
	member: ''
};

/** What somebody is in the cell; empty for a member without an office, and for who is not of it. */
export function officeOf(person: Person | undefined): string {
	return person?.kind === 'member' ? OFFICES[person.office] : '';
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
