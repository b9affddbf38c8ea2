/** Makes what is published of a record, and what of it can be chosen to be left out (RULES.md of `src/lib/publication`). */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Comment } from '../../src/lib/comments/comments.ts';
import type { BlockNode } from '../../src/lib/documents/html.ts';
import { factTable, factWords } from '../../src/lib/meeting/fact-words.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { nameIn } from '../../src/lib/people/names.ts';
import type { LeftOut } from '../../src/lib/publication/contract.ts';
import { textsIn, type Extract } from '../../src/lib/publication/extract.ts';
import { SIGN, standsIn, without } from '../../src/lib/publication/leave-out.ts';
import { compareNames } from '../../src/lib/kernel/text.ts';
import type { MeetingRecord, RecordedBlock } from '../../src/lib/records/record.ts';
import type { OpenRecord } from '../records/keep.ts';
import { forOutside } from '../records/outside.ts';

/** What of a record is for everybody: nothing else is ever looked at here (PB2). */
export interface Open {
	readonly record: MeetingRecord;
	readonly meeting: Meeting;
	readonly closedParts: readonly {
		readonly number: number;
		readonly from: number;
		readonly to: number | null;
	}[];
}

export const NOTHING: LeftOut = { items: [], clauses: [], comments: [], people: [], phrases: [] };

export function openPartOf({ record, meeting }: OpenRecord): Open {
	const closedParts = record.closed.map(({ number, from, to }) => ({ number, from, to }));
	const open = forOutside(record, meeting, null);
	return { record: open.record, meeting: withoutCarried(open.meeting), closedParts };
}

/** What observers remarked, and members commented, a month before is no more for others than it was then (PB2). */
function withoutCarried(meeting: Meeting): Meeting {
	const { preparation } = meeting;
	const questions = preparation.questions.map((question) =>
		question.carried ? { ...question, text: SIGN } : question
	);
	return { ...meeting, preparation: { ...preparation, questions } };
}

export function extractOf(open: Open, left: LeftOut, seal: Extract['seal']): Extract {
	const { record, meeting } = open;
	const { cell, type, month, topic, openedAt, endedAt, id } = record.meeting;
	const names = left.people.map((person) => nameIn(meeting.people, person)).filter((name) => name !== '');
	const clean = (text: string) => without(text, [...names, ...left.phrases]);
	const comments = publicComments(open).filter((comment) => !isLeft(comment, left));
	const shown = {
		meeting,
		clean,
		comments: new Set(comments.map((comment) => comment.id)),
		clauses: left.clauses
	};
	const { attendance, time, speaking } = record.figures;
	return {
		format: 'model/1',
		meeting: id,
		cell: { id: cell.id, name: cell.name, upper: cell.upper },
		type,
		month,
		topic: topic === null ? null : clean(topic),
		openedAt,
		endedAt: endedAt ?? 0,
		seal,
		figures: {
			present: attendance.present,
			summoned: attendance.summoned,
			ratePercent: attendance.ratePercent,
			durationMinutes: time.durationMinutes,
			speakers: speaking.speakers,
			turns: speaking.turns
		},
		sections: sectionsOf(record, left, shown),
		resolution: clausesOf(record, left, shown),
		comments: comments.map(({ id: comment, person, on, text }) => ({
			id: comment,
			name: clean(nameIn(meeting.people, person)),
			about: clean(aboutOf(record, left, on)),
			text: clean(text)
		})),
		leftOut: {
			closedParts: open.closedParts.length,
			items: record.items.filter((item) => left.items.includes(item.id)).length,
			clauses: record.documents.resolution.blocks.filter((block) => left.clauses.includes(block.id)).length,
			comments: record.comments.length - comments.length,
			names: names.length
		}
	};
}

/** RFC 8785, and its hash. */
export function sealedForm(extract: Extract): { readonly canonical: string; readonly sha256: string } {
	const canonical = canonicalize(extract) ?? '';
	return { canonical, sha256: createHash('sha256').update(canonical).digest('hex') };
}

interface Shown {
	readonly meeting: Meeting;
	readonly clean: (text: string) => string;
	/** Those that are in the extract. */
	readonly comments: ReadonlySet<string>;
	/** Clauses that are not in it. */
	readonly clauses: readonly string[];
}

function sectionsOf({ documents, items }: MeetingRecord, left: LeftOut, shown: Shown): Extract['sections'] {
	return documents.minutes.blocks.flatMap((block): Extract['sections'] => {
		const item = items.find(({ id }) => id === block.id);
		const { minutes, seconds } = item ?? { minutes: null, seconds: null };
		if (left.items.includes(block.id))
			return [{ id: block.id, heading: '', minutes: null, seconds: null, paragraphs: null }];
		const paragraphs = paragraphsOf(block, shown);
		const heading = shown.clean(headingOf(block));
		return heading === '' && paragraphs.length === 0
			? []
			: [{ id: block.id, heading, minutes, seconds, paragraphs }];
	});
}

function clausesOf({ documents }: MeetingRecord, left: LeftOut, shown: Shown): Extract['resolution'] {
	return documents.resolution.blocks.map((block) => ({
		id: block.id,
		label: block.label ?? '',
		paragraphs: left.clauses.includes(block.id) ? null : paragraphsOf(block, shown)
	}));
}

function headingOf({ label, title }: RecordedBlock): string {
	return [label, title].filter(Boolean).join('. ');
}

function paragraphsOf({ content }: RecordedBlock, shown: Shown): string[] {
	return content
		.flatMap((node) => textsOf(node, shown))
		.map((text) => shown.clean(text).trim())
		.filter((text) => text !== '');
}

function textsOf({ type, attrs, content = [] }: BlockNode, shown: Shown): string[] {
	const { meeting, comments, clauses } = shown;
	if (type !== 'fact') return [content.map(({ text }) => text).join('')];
	const { kind = '', ref = '' } = attrs ?? {};
	if (kind === 'comment' && !comments.has(ref)) return [];
	// What was asked of a clause, or comes of it, says what is in it.
	if (clauses.includes(clauseOf(meeting, kind, ref))) return [SIGN];
	const table = factTable(meeting, kind);
	if (table) return [table.head, ...table.rows.map((cells) => cells.filter(Boolean).join('; '))];
	return [factWords(meeting, kind, ref)];
}

/** The clause that an amendment or a task is about; a new one bears its amendment's id. */
function clauseOf({ amendments, tasks }: Meeting, kind: string, ref: string): string {
	if (kind === 'amendment') return amendments.find(({ id }) => id === ref)?.change.clause ?? '';
	if (kind === 'task') return tasks.assigned.find(({ id }) => id === ref)?.clause ?? '';
	return '';
}

function aboutOf({ items, documents }: MeetingRecord, left: LeftOut, on: Comment['on']): string {
	if (on.kind === 'item') return items.find(({ id }) => id === on.ref)?.title ?? '';
	if (on.kind !== 'clause' || left.clauses.includes(on.ref)) return '';
	return documents.resolution.blocks.find(({ id }) => id === on.ref)?.label ?? '';
}

/** Those that everybody could read, and whose author did not take them back (PB2). */
export function publicComments({ record, meeting }: Open): Comment[] {
	return record.comments.filter(
		({ to, held, text, person, on }) =>
			to === 'all' &&
			!held &&
			text !== '' &&
			meeting.people[person]?.kind === 'member' &&
			(on.kind === 'item' || on.kind === 'clause')
	);
}

function isLeft({ id, on }: Comment, { comments, items, clauses }: LeftOut): boolean {
	const holds = on.kind === 'item' ? items : on.kind === 'clause' ? clauses : [];
	return comments.includes(id) || holds.includes(on.ref);
}

export interface Choices {
	readonly closedParts: Open['closedParts'];
	readonly items: readonly Choice[];
	readonly clauses: readonly Choice[];
	readonly comments: readonly (Choice & { readonly name: string })[];
	/** Whose names stand somewhere in it. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
}

export interface Choice {
	readonly id: string;
	readonly title: string;
	readonly paragraphs: readonly string[];
}

/** Everything that would be published if nothing more were left out, each with its words (PB3). */
export function choicesOf(open: Open, seal: Extract['seal']): Choices {
	const { record, meeting } = open;
	const all = extractOf(open, NOTHING, seal);
	const everything = textsIn(all).join('\n');
	const isItem = (id: string) => record.items.some((item) => item.id === id);
	const people = Object.values(meeting.people);
	return {
		closedParts: open.closedParts,
		items: all.sections
			.filter(({ id }) => isItem(id))
			.map(({ id, heading, paragraphs }) => ({ id, title: heading, paragraphs: paragraphs ?? [] })),
		clauses: all.resolution.map(({ id, label, paragraphs }) => ({
			id,
			title: label,
			paragraphs: paragraphs ?? []
		})),
		comments: all.comments.map(({ id, name, about, text }) => ({
			id,
			name,
			title: about,
			paragraphs: [text]
		})),
		people: people
			.filter(({ name }) => standsIn(everything, name))
			.map(({ id, name }) => ({ id, name }))
			.sort((a, b) => compareNames(a.name, b.name))
	};
}

/** What is marked before anybody has chosen (PB4). */
export function suggested(open: Open): LeftOut {
	const isOwn = (code: string | null) => code?.includes('self-criticism') ?? false;
	return {
		...NOTHING,
		items: open.record.items.filter(({ code }) => isOwn(code)).map(({ id }) => id),
		comments: publicComments(open).map(({ id }) => id)
	};
}
