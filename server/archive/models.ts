/** The words that published extracts are found by: those that stand in them, and no others (PB2). */
import { and, eq, isNull } from 'drizzle-orm';
import type { Passage } from '../../src/lib/archive/words.ts';
import { month } from '../../src/lib/i18n/format.ts';
import { terms } from '../../src/lib/i18n/vi/terms.ts';
import type { Extract } from '../../src/lib/publication/extract.ts';
import type { Database } from '../db/client.ts';
import { publications, recordWords } from '../db/tables.ts';
import { unlessDeleted } from '../seals/unless-deleted.ts';
import { findable, VERSION, type Row } from './fill.ts';

type Part = Passage['part'];

export async function fillModel(db: Pick<Database, 'insert'>, extract: Extract): Promise<void> {
	const row = findable(rowOf(extract));
	await db
		.insert(recordWords)
		.values(row)
		.onConflictDoUpdate({ target: [recordWords.meeting, recordWords.clearance], set: row });
}

export async function dropModel(db: Pick<Database, 'delete'>, meeting: string): Promise<void> {
	await db
		.delete(recordWords)
		.where(and(eq(recordWords.meeting, meeting), eq(recordWords.clearance, 'model')));
}

/** Where words are read in another way by now. */
export async function refillModel(db: Database, meeting: string): Promise<void> {
	await unlessDeleted(db, meeting, async (transaction) => {
		// Held: who takes it back just then takes the words that are made here with it (PB7).
		const [current] = await transaction
			.select({ canonical: publications.canonical })
			.from(publications)
			.where(and(eq(publications.meeting, meeting), isNull(publications.withdrawnAt)))
			.for('update');
		if (current) await fillModel(transaction, JSON.parse(current.canonical) as Extract);
	});
}

function rowOf(extract: Extract): Row {
	const { meeting, cell, month: held, type, topic, endedAt } = extract;
	return {
		meeting,
		clearance: 'model',
		cell: cell.id,
		month: held,
		type,
		model: true,
		topic,
		endedAt,
		seq: 0,
		version: VERSION,
		// Who reads it follows from the tree of organisations alone (PB1).
		readers: [],
		others: [],
		passages: passagesOf(extract)
	};
}

function passagesOf({ month: held, type, topic, sections, resolution, comments }: Extract): Passage[] {
	const passage = (part: Part, heading: string, lines: readonly string[]): Passage => ({
		part,
		heading,
		text: lines.join('\n')
	});
	const all = [
		passage('title', '', [`${terms.meetingType[type]} tháng ${month(held)}`]),
		passage('title', '', [topic ?? '']),
		...resolution.map(({ label, paragraphs }) => passage('resolution', label, paragraphs ?? [])),
		...sections.map(({ heading }) => passage('minutes', '', [heading])),
		...sections.map(({ heading, paragraphs }) => passage('minutes', heading, paragraphs ?? [])),
		...comments.map(({ about, text }) => passage('aside', about, [text]))
	];
	return all.filter(({ text }) => text !== '');
}
