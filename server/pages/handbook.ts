/** What the pages show of the members' handbook app, and to whom (RULES.md of `src/lib/handbook`). */
import {
	reminders,
	standing,
	type Held,
	type Reminder,
	type Upload
} from '../../src/lib/handbook/handbook.ts';
import { dateTime } from '../../src/lib/i18n/format.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { proofOf, uploadsOf } from '../handbook/proofs.ts';
import { rightsIn } from '../people/directory.ts';
import type { RecordVisit } from './record.ts';

export interface Handbook {
	readonly held: Held;
	readonly uploads: readonly Upload[];
	readonly now: number;
	readonly reminders: readonly Reminder[];
}

export function heldOf({ setup, noticeAt, endedAt }: Pick<Meeting, 'setup' | 'noticeAt' | 'endedAt'>): Held {
	return { plannedStart: setup.plannedStart, noticeAt, endedAt, rules: setup.rules };
}

export async function handbookOf({ db, clock }: App, meeting: string, held: Held): Promise<Handbook> {
	const uploads = (await uploadsOf(db, [meeting])).get(meeting) ?? [];
	const now = clock();
	return { held, uploads, now, reminders: reminders(held, uploads, now) };
}

/** For whoever leads the cell; null alike for everybody else and for a meeting that does not exist (HB5). */
export async function keptBy(app: App, principal: Principal, id: string): Promise<Meeting | null> {
	const meeting = (await app.rooms.get(id))?.meeting;
	if (!meeting) return null;
	return (await rightsIn(app.db, principal, meeting.setup.cell.id)).meetings ? meeting : null;
}

/** On the page of the record: null for who does not read it whole. */
export async function ofRecord(app: App, { stored, record, whole, rights }: RecordVisit) {
	if (!whole) return null;
	return { ...(await handbookOf(app, stored.meeting, heldIn(record))), mayMark: rights.meetings };
}

function heldIn({ meeting: { plannedStart, noticeAt, endedAt }, setup: { rules } }: MeetingRecord): Held {
	return { plannedStart, noticeAt, endedAt, rules };
}

const NAMES = { papers: 'tài liệu trước cuộc họp', record: 'kết quả sau cuộc họp' } as const;

/** What the dossier holds of it (HB5): the list, Vietnamese as all its papers, and each file. */
export async function proofsFor(
	{ db }: App,
	meeting: string
): Promise<{ readonly text: string; readonly files: Readonly<Record<string, Uint8Array>> } | null> {
	const uploads = (await uploadsOf(db, [meeting])).get(meeting) ?? [];
	if (uploads.length === 0) return null;
	const files: Record<string, Uint8Array> = {};
	const lines: string[] = [];
	for (const upload of uploads) {
		const proof = upload.fileName === null ? null : await proofOf(db, meeting, upload.id);
		const file =
			proof && `minh-chung-${Object.keys(files).length + 1}${/\.[a-z]+$/.exec(proof.name)?.[0] ?? ''}`;
		if (proof && file) files[file] = proof.content;
		lines.push(lineOf(upload, standing(uploads, upload.what).includes(upload), file));
	}
	return { text: `Sổ tay đảng viên điện tử\n\n${lines.join('\n')}\n`, files };
}

function lineOf(upload: Upload, stands: boolean, file: string | null): string {
	const { what, act, at, byName, reference, reason } = upload;
	const said = act === 'done' ? `đã đăng ${NAMES[what]}` : `rút lại: chưa đăng ${NAMES[what]}`;
	const more = [
		reference && `số: ${reference}`,
		reason && `lý do: ${reason}`,
		file && `minh chứng: ${file}`,
		act === 'done' && !stands && 'đã rút lại'
	];
	return [`${dateTime(at)}, ${byName}: ${said}`, ...more].filter(Boolean).join('; ');
}
