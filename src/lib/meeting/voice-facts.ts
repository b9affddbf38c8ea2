/** What people said and asked, as the facts give it to the minutes to say (`minutes/voice-words.ts`). */
import type { Comment } from '../comments/contract.ts';
import type { PersonId } from '../kernel/decider.ts';
import {
	commentWords,
	opinionWords,
	questionsWords,
	speechWords,
	type Commented,
	type Speaker
} from '../minutes/voice-words.ts';
import { nameIn } from '../people/names.ts';
import type { Member, Roster } from '../people/roster.ts';
import { secondsSpoken, type Turn } from '../speaking/speaking.ts';
import { guides } from './discussion.ts';
import type { Meeting } from './state.ts';

export function speech(meeting: Meeting, ref: string): string {
	const turn = meeting.floor.turns.find(({ id }) => id === ref);
	if (!turn || turn.endedAt === null) return '';
	const told = {
		kind: turn.kind,
		seconds: secondsSpoken(turn, turn.endedAt),
		topics: topicsOf(meeting, turn)
	};
	return speechWords(speaker(meeting.people, turn.person), told);
}

/** The guiding question that it spoke to (SP14), else what its speaker was asked to prepare (SP15). */
function topicsOf({ preparation }: Meeting, { question, topics }: Turn): readonly string[] {
	const asked = preparation.questions.find(({ id }) => id === question);
	return asked ? [asked.text] : (topics ?? []);
}

const OFFICES: Readonly<Record<Member['office'], string>> = {
	secretary: 'Bí thư chi bộ',
	deputy_secretary: 'Phó bí thư chi bộ',
	cell_committee_member: 'Chi ủy viên',
	member: ''
};

function speaker(people: Roster, id: PersonId): Speaker {
	const person = people[id];
	if (!person) return { name: '', office: '', isGuest: false };
	const { name } = person;
	return person.kind === 'member'
		? { name, office: OFFICES[person.office], isGuest: false }
		: { name, office: person.title || person.organisation, isGuest: true };
}

export function questions(meeting: Meeting, item: string): string {
	return questionsWords(guides(meeting, item).map(({ text }) => text));
}

export function comment(meeting: Meeting, ref: string): string {
	const found = meeting.comments.find(({ id }) => id === ref);
	if (!found || found.text === '') return '';
	const { person, text, asks, on } = found;
	const clause = on.kind === 'clause' ? meeting.clauses.find(({ id }) => id === on.ref) : undefined;
	return commentWords({
		author: nameIn(meeting.people, person),
		text,
		asks,
		clause: clause?.label ?? '',
		handled: handled(found, meeting.people)
	});
}

function handled({ status, handledBy, reply }: Comment, people: Roster): Commented['handled'] {
	if (status === 'open' || status === 'observer-held' || status === 'withdrawn') return null;
	return { as: status, by: nameIn(people, handledBy ?? null), reply: reply ?? '' };
}

export function opinion({ opinions, people }: Meeting, ref: string): string {
	const written = opinions.written.find(({ id }) => id === ref);
	if (!written || written.text === '' || (written.readAt === null && written.quotedAt === null)) return '';
	const writer = nameIn(people, written.enteredBy ?? null);
	return opinionWords(nameIn(people, written.person), nameIn(people, written.readBy), written.text, writer);
}
