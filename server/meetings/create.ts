import * as v from 'valibot';
import { randomInt } from 'node:crypto';
import { Setup, type Event, type LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { TITLE } from '../../src/lib/documents/blocks.ts';
import { newDocument } from '../documents/documents.ts';
import { OPENING } from '../../src/lib/minutes/minutes.ts';
import { appendParagraph, ensureFact, setText } from '../documents/write.ts';
import type { Database } from '../db/client.ts';
import { meetings } from '../db/tables.ts';
import type { Log } from '../log/port.ts';

/** The words that a meeting starts with; they live in the documents, not in the facts. */
export interface FirstWords {
	/** By item id. */
	readonly titles: Readonly<Record<string, string>>;
	/** By clause id. */
	readonly clauses: Readonly<Record<string, string>>;
	readonly resolutionTitle: string;
	/** The clause that the results of the former tasks stand in, where there is one (TA9). */
	readonly results?: string;
}

export interface CreateDeps {
	readonly db: Database;
	readonly log: Log;
	readonly clock: () => number;
}

export type SetupInput = v.InferInput<typeof Setup>;

/**
 * Makes a meeting: its first event and the first batch of its three texts, in one append.
 * @param kept  what stands with the cell and the meeting begins with; told by the server, each to who may see it
 * @throws {v.ValiError} where `input` breaks the schema
 */
export async function createMeeting(
	{ db, log, clock }: CreateDeps,
	by: string,
	input: SetupInput,
	words: FirstWords,
	kept: readonly Event[] = []
): Promise<string> {
	const setup = v.parse(Setup, input);
	checkReferences(setup);
	const at = clock();
	const created: Extract<Event, { type: 'meeting.created' }> = { type: 'meeting.created', setup };
	const made: LoggedEvent = { ...created, seq: 1, at, by };
	const carried = kept.map((event, index): LoggedEvent => ({ ...event, seq: index + 2, at, by: 'server' }));
	// The row first: a row without a log is no meeting yet and is listed nowhere, the other way round it would be lost.
	await db
		.insert(meetings)
		.values({
			id: setup.id,
			cell: setup.cell.id,
			type: setup.type,
			plannedStart: setup.plannedStart,
			joinCode: newJoinCode()
		})
		.onConflictDoNothing({ target: meetings.id });
	await log.append([
		{ stream: 'meeting', meeting: setup.id, expected: 0, events: [made, ...carried] },
		...documentsOf(setup, words).map(([name, write]) => newDocument(`${setup.id}/${name}`, by, at, write))
	]);
	return setup.id;
}

type Write = Parameters<typeof newDocument>[3];

function documentsOf(setup: v.InferOutput<typeof Setup>, words: FirstWords): [DocumentName, Write][] {
	return [
		['agenda', (doc) => setup.items.forEach(({ id }) => setText(doc, id, words.titles[id] ?? id))],
		['minutes', firstMinutes],
		[
			'resolution',
			(doc) => {
				setText(doc, TITLE, words.resolutionTitle || '…');
				for (const { id } of setup.clauses) setText(doc, id, words.clauses[id] ?? '');
				if (words.results && setup.previousTasks.length > 0)
					ensureFact(doc, words.results, 'previous-tasks', 'all');
			}
		]
	];
}

/** The opening line is a fact from the first second: the day in it is the one on which the meeting is held. */
function firstMinutes(doc: Parameters<Write>[0]): void {
	ensureFact(doc, OPENING, 'opening', 'opening');
	appendParagraph(doc, OPENING, '');
}

/** Ids must be unique and offices held by people of the meeting, else later rules would meet a stranger. */
function checkReferences(setup: v.InferOutput<typeof Setup>): void {
	const people = new Set(setup.people.map(({ id }) => id));
	const problems = [
		...duplicates(setup.people).map((id) => `person ${id} twice`),
		...duplicates(setup.items).map((id) => `item ${id} twice`),
		...duplicates(setup.clauses).map((id) => `clause ${id} twice`),
		...(people.has(setup.chair) ? [] : ['the chair is not of the meeting']),
		...(setup.facilitator === null || people.has(setup.facilitator)
			? []
			: ['the facilitator is not of the meeting'])
	];
	if (problems.length > 0) throw new InvalidSetup(problems.join('; '));
}

export class InvalidSetup extends Error {
	readonly id = 'invalid-setup';
}

function duplicates(things: readonly { id: string }[]): string[] {
	return things.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
}

function newJoinCode(): string {
	return String(randomInt(10_000_000, 100_000_000));
}
