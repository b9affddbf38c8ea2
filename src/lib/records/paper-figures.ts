/** What was decided and written: votes, resolution, comments, minutes. */
import type { Comments } from '../comments/comments.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';
import type { Meeting } from '../meeting/state.ts';
import { byCodeUnit, percent } from '../rollcall/attendance.ts';
import type { PaperCount } from '../vote/counting.ts';
import { notVoting, type ClosedVote as Closed, type Vote, type Votes } from '../vote/vote.ts';

/** The words that figures need; facts hold none. All NFC. */
export interface PaperTexts {
	readonly clause: (id: string) => string;
	readonly note: (id: string) => string;
	/** The clauses as they stood when a question on the resolution was put; null for any other question. */
	readonly whenPut: (vote: string) => readonly { readonly label: string; readonly text: string }[] | null;
	/** Of the UTF-8 of a text, in lower-case hexadecimal. */
	readonly sha256: (text: string) => string;
}

export interface VoteFigures {
	readonly base: number;
	readonly present: number;
	readonly needed: number;
	readonly for: number;
	readonly against: number;
	readonly abstain: number;
	readonly notVoting: number;
	readonly ratePercent: number | null;
	readonly passed: boolean;
	readonly papers?: PaperFigures;
	readonly textSha256?: string;
}

export interface PaperFigures {
	readonly issued: number;
	readonly returned: number;
	readonly valid: number;
	readonly invalid: number;
}

export interface ReservationFigure {
	readonly vote: string;
	readonly by: PersonId;
}

export interface ResolutionFigures {
	readonly adopted: boolean;
	readonly vote: string | null;
	/** Named by label, as people name them. */
	readonly clauses: readonly { readonly id: string; readonly text: string }[];
}

export interface CommentFigures {
	readonly total: number;
	readonly byStatus: Readonly<Record<string, number>>;
	readonly textSha256: string;
	readonly lateSeconds: Readonly<Record<string, number>>;
}

export interface MinutesFigures {
	readonly minuteTaker: string | null;
	readonly notes: number;
	readonly corrected: Readonly<Record<string, string>>;
	readonly approved: boolean;
}

export function voteFigures(votes: Votes, texts: PaperTexts): Record<string, VoteFigures> {
	return Object.fromEntries(closed(votes).map((vote) => [vote.id, voteFigure(vote, texts)]));
}

function voteFigure(vote: Closed, texts: PaperTexts): VoteFigures {
	const { id, ballot, base, roll, needed, counts, passed, papers, issued } = vote;
	const draft = texts.whenPut(id);
	return {
		base: base.length,
		present: roll.length,
		needed,
		for: counts.for,
		against: counts.against,
		abstain: counts.abstain,
		notVoting: notVoting(vote),
		ratePercent: percent(counts.for, base.length),
		passed,
		...(ballot === 'secret-paper' && papers && { papers: paperFigures(issued.length, papers) }),
		...(draft && { textSha256: hashed(texts, draft) })
	};
}

function paperFigures(issued: number, { returned, valid, invalid }: PaperCount): PaperFigures {
	return { issued, returned, valid, invalid };
}

/** In order of time. */
export function reservationFigures(votes: Votes): ReservationFigure[] {
	const all = closed(votes).flatMap(({ id, reservations }) =>
		reservations.map(({ member, at }) => ({ vote: id, by: member, at }))
	);
	return all.sort((a, b) => a.at - b.at).map(({ vote, by }) => ({ vote, by }));
}

export function resolutionFigures({ clauses, votes }: Meeting, texts: PaperTexts): ResolutionFigures {
	const adopting = passed(votes, 'resolution');
	return {
		adopted: adopting !== undefined,
		vote: adopting?.id ?? null,
		clauses: clauses.map(({ id, label }) => ({ id: label, text: texts.clause(id) }))
	};
}

export function commentFigures(
	comments: Comments,
	events: readonly LoggedEvent[],
	texts: PaperTexts
): CommentFigures {
	const byStatus: Record<string, number> = {};
	for (const { status } of comments) byStatus[status] = (byStatus[status] ?? 0) + 1;
	const standing = comments
		.filter(({ status }) => status !== 'withdrawn')
		.map(({ id, text }) => ({ label: id, text }))
		.sort((a, b) => byCodeUnit(a.label, b.label));
	return {
		total: comments.length,
		byStatus,
		textSha256: hashed(texts, standing),
		lateSeconds: Object.fromEntries(events.flatMap(late))
	};
}

/** Delivered less written, of what was written offline. */
function late(event: LoggedEvent): [string, number][] {
	if (event.type !== 'comment.posted' || event.writtenAt === undefined) return [];
	return [[event.comment, Math.floor((event.at - event.writtenAt) / 1000)]];
}

export function minutesFigures({ minuteTaker, notes, votes }: Meeting, texts: PaperTexts): MinutesFigures {
	const corrected = notes.filter((note) => note.corrected);
	return {
		minuteTaker,
		notes: notes.length,
		corrected: Object.fromEntries(corrected.map(({ id }) => [id, texts.note(id)])),
		approved: passed(votes, 'minutes') !== undefined
	};
}

function closed(votes: Votes): Closed[] {
	return votes.filter((vote) => vote.state === 'closed');
}

function passed(votes: Votes, kind: Vote['subject']['kind']): Closed | undefined {
	return closed(votes).find((vote) => vote.passed && vote.subject.kind === kind);
}

function hashed({ sha256 }: PaperTexts, lines: readonly { label: string; text: string }[]): string {
	return sha256(lines.map(({ label, text }) => `${label}\t${text}\n`.normalize('NFC')).join(''));
}
