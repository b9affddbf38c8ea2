/** What rules are told beside the state: the server's knowledge, and what one feature must know of the others. */
import type { DocumentName } from '../access/contract.ts';
import { find } from '../agenda/agenda.ts';
import type { Act, Decision, Instant, PersonId } from '../kernel/decider.ts';
import type { Permit } from '../people/permit.ts';
import { isInRoom } from '../rollcall/presence.ts';
import type * as Rollcall from '../rollcall/decide.ts';
import type * as Speaking from '../speaking/decide.ts';
import type { Counts, Subject, Version } from '../vote/contract.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { queueOf, turnLimit } from './queue.ts';
import { sitting, type Meeting } from './state.ts';

/** What the server knows and the state does not. Every answer is of the instant `now`. */
export interface Facts {
	readonly now: Instant;
	/** The sender: a person of the meeting, or the account of a device that still waits in the lobby. */
	readonly by: PersonId;
	readonly device: string;
	/** Whether `code` is what the room's screen shows now. */
	readonly roomCode: (code: string) => boolean;
	/** The words of a clause, and of a note, as the server's own copy reads them, NFC. */
	readonly clauseText: (clause: string) => string;
	readonly noteText: (note: string) => string;
	/** The hash of a section of the minutes as it reads. */
	readonly sectionVersion: (section: string) => string;
	readonly version: (subject: Subject) => Version | null;
	/** Where the choices of secret ballots lie: in the memory of this process and nowhere else (P7). */
	readonly box: string;
	readonly tally: (vote: string) => Counts;
	/** The committed batches of a text. */
	readonly textSeq: (document: DocumentName) => number;
	/** When the sender's connection was last lost; null when never. */
	readonly lostAt: Instant | null;
}

export type MeetingDecision = Decision<Event, Refusal>;

/** The rules that a page carries. */
export interface Rules {
	/** What a command would come to; null where its rule is not among them (`Room.would`). */
	readonly decide: (meeting: Meeting, command: Command, facts: Facts) => MeetingDecision | null;
	/** Who may at all; those that are not here are not known (`Room.permit`). */
	readonly permits: Partial<Readonly<Record<Command['type'], Permit>>>;
}

export function rollcallFacts(meeting: Meeting, act: Act, { roomCode }: Facts): Rollcall.Facts {
	return { ...act, person: (id) => meeting.people[id], roomCode };
}

export function speakingFacts(meeting: Meeting, act: Act, { by }: Facts): Speaking.Facts {
	return {
		...act,
		person: (id) => meeting.people[id],
		isPresent: (id) => isInRoom(sitting(meeting), id),
		itemExists: (id) => find(meeting.agenda, id) !== undefined,
		questionExists: (id) => meeting.preparation.questions.some((question) => question.id === id),
		runningItem: meeting.agenda.running,
		isChair: by === meeting.chair,
		limitSeconds: turnLimit(meeting),
		topicsOf: (id) => meeting.opinions.assigned.find(({ person }) => person === id)?.topics ?? [],
		queue: () => queueOf(meeting)
	};
}
