import type { PersonId } from '../kernel/decider.ts';
import type { Comment, Target } from './contract.ts';

/** What decides whether somebody may read a comment; judged as things stand now, not as they stood then. */
export interface Reader {
	/** Null for a screen and for who waits in the lobby. */
	readonly person: PersonId | null;
	readonly isChair: boolean;
	/** Desk, and the minute taker once appointed. */
	readonly isRecorder: boolean;
	readonly isCommittee: boolean;
	/** Takes part in the debrief, which has begun. */
	readonly isInDebrief: boolean;
	readonly isResponsible: (on: Target) => boolean;
	/** Papers are not for everybody. */
	readonly maySee: (on: Target) => boolean;
}

type Judged = Pick<Comment, 'person' | 'by' | 'on' | 'to' | 'held' | 'status'>;

/**
 * CO2, CO6, CO7: a comment's author always; then whom it was written to; an observer's only once it was dealt with,
 * one that was held for the debrief by who takes part in that (DB9).
 */
export function isReadable(comment: Judged, reader: Reader): boolean {
	const { person, isChair, isRecorder, isCommittee } = reader;
	if (person !== null && (person === comment.person || person === comment.by)) return true;
	if (comment.to === 'chair') return isChair;
	const leads = isRecorder || isCommittee;
	if (comment.to === 'committee') return leads;
	if (leads || reader.isResponsible(comment.on)) return true;
	const isDueNow = reader.isInDebrief && comment.status === 'for-debrief';
	return (!comment.held || isDueNow) && reader.maySee(comment.on);
}
