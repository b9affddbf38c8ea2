/** A record as its page shows it: what its reader may see, in the order of the paper. */
import type { Comment } from '../../src/lib/comments/comments.ts';
import { isReadable } from '../../src/lib/comments/readers.ts';
import { leads, readerOf } from '../../src/lib/meeting/readers.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { refusals } from '../../src/lib/records/act-figures.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import type { CellRights } from '../people/cell-rights.ts';
import { rightsIn } from '../people/directory.ts';
import { attemptsSince } from '../records/build.ts';
import type { StoredRecord } from '../records/keep.ts';
import { forOutside, isOutside } from '../records/outside.ts';
import { belongsTo, personIn } from '../rooms/sender.ts';
import { senderOf } from './room-data.ts';

export interface RecordVisit {
	readonly stored: StoredRecord;
	readonly record: MeetingRecord;
	/** As the record leaves it. */
	readonly meeting: Meeting;
	readonly person: string | null;
	/** Recorders and the committee read it whole, with reasons of leave and remarks not dealt with. */
	readonly whole: boolean;
	readonly rights: CellRights;
}

/** Null alike for a stranger, a meeting that has not ended and one that does not exist. */
export async function visitRecord(
	app: App,
	principal: Principal | null,
	id: string
): Promise<RecordVisit | null> {
	if (!principal || principal.kind === 'wall') return null;
	const stored = await app.records.of(id);
	if (!stored) return null;
	const { record, meeting } = app.records.open(stored);
	const sender = senderOf(principal);
	const rights = await rightsIn(app.db, principal, stored.cell);
	if (!rights.content && !belongsTo(meeting, sender)) return null;
	const person = personIn(meeting, sender);
	// An observer who waited outside reads what those outside may see, whatever else they are.
	if (meeting.closed.some((part) => isOutside(meeting, part, person)))
		return { stored, ...forOutside(record, meeting, person), person, whole: false, rights };
	return { stored, record, meeting, person, whole: leads(meeting, person) || rights.meetings, rights };
}

/** As a program gets it: the record, and in its figures what was tried in vain since (SE2). */
export async function withAttempts({ log }: App, { stored, record }: RecordVisit): Promise<MeetingRecord> {
	const since = await attemptsSince(log, stored.meeting, stored.seq);
	const figures = { ...record.figures, refusals: refusals([...record.events, ...since]) };
	return { ...record, figures };
}

/** What may be read of the comments is what might be read in the room (CO2, CO6, CO7). */
export function readableComments({ record, meeting, person, whole }: RecordVisit): Comment[] {
	const reader = readerOf(meeting, person);
	const mayRead = (comment: Comment) => isReadable(comment, { ...reader, isCommittee: whole });
	return record.comments.filter((comment) => comment.text !== '' && mayRead(comment));
}

/** When the minutes were adopted, and what people wrote in them after that (AD4). */
export function adoptedOf({ adopted, documents }: MeetingRecord, nameOf: (person: string) => string) {
	if (!adopted) return null;
	const { at, version, sha256, later } = adopted;
	const blocks = documents.minutes.blocks;
	const placeOf = (note: string) =>
		blocks.find(({ content }) => content.some(({ type, attrs }) => type === 'note' && attrs?.id === note));
	return {
		at,
		version: version.seq,
		sha256,
		later: later.flatMap((each, index) => {
			if (each.kind === 'fact') return [];
			const place = placeOf(each.note);
			const words = place?.content.find(({ attrs }) => attrs?.id === each.note)?.content ?? [];
			return [
				{
					key: `${each.note} ${index}`,
					at: each.at,
					name: nameOf(each.by),
					section: place?.title ?? '',
					change:
						each.kind === 'correction'
							? { find: each.find, replace: each.replace, reason: each.reason }
							: null,
					text: words.map(({ text }) => text).join('')
				}
			];
		})
	};
}
