import { createHash } from 'node:crypto';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { recordOf, type MeetingRecord } from '../../src/lib/records/record.ts';
import type { PaperTexts } from '../../src/lib/records/paper-figures.ts';
import { noteTextOf, textOf } from '../documents/text.ts';
import { noteDocument } from '../rooms/draft.ts';
import type { Log } from '../log/port.ts';
import { adoptedOf } from './adopted.ts';
import { docAt, papersOf, recordedTexts } from './documents.ts';

const PAGE = 5_000;

/**
 * The record as far as it has come: of everything up to the seal, or up to now where there is none (SE3).
 * @returns null for a meeting that has not ended, or does not exist
 */
export async function buildRecord(log: Log, id: string): Promise<MeetingRecord | null> {
	const events = await upToSeal(log, id);
	if (!events.some(({ type }) => type === 'meeting.ended')) return null;
	const meeting = fold(events);
	const papers = await papersOf(log, meeting);
	const whenPut = await clausesWhenPut(log, id, events);
	const texts: PaperTexts = {
		clause: (clause) => textOf(papers.resolution.doc, clause),
		note: (note) => noteTextOf(papers[noteDocument(meeting, note)]?.doc ?? papers.minutes.doc, note),
		whenPut: (vote) => whenPut.get(vote) ?? null,
		sha256: (text) => createHash('sha256').update(text).digest('hex')
	};
	const title = (item: string) => textOf(papers.agenda.doc, item);
	const [minutes, agenda] = [papers.minutes.doc, papers.agenda.doc];
	const adopted = await adoptedOf(meeting, { log, events, fold, minutes, agenda });
	return recordOf(meeting, events, { ...recordedTexts(meeting, papers), adopted }, title, texts);
}

/** Attempts are refused and noted after the seal, but what is sealed stays what it was. */
async function upToSeal(log: Log, id: string): Promise<LoggedEvent[]> {
	const events: LoggedEvent[] = [];
	for (;;) {
		const page = await log.events(id, events.length, PAGE);
		events.push(...page);
		const seal = events.findIndex(({ type }) => type === 'record.sealed');
		if (seal >= 0) return events.slice(0, seal + 1);
		if (page.length < PAGE) return events;
	}
}

/** What was still tried after the record's last event, and refused: noted beside it (SE2). */
export async function attemptsSince(log: Log, id: string, seq: number): Promise<LoggedEvent[]> {
	const attempts: LoggedEvent[] = [];
	for (let after = seq; ;) {
		const page = await log.events(id, after, PAGE);
		attempts.push(...page.filter(({ type }) => type === 'command.refused'));
		if (page.length < PAGE) return attempts;
		after += PAGE;
	}
}

function fold(events: readonly LoggedEvent[]): Meeting {
	const meeting = events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!meeting) throw new Error('a meeting without events');
	return meeting;
}

type Clauses = { readonly label: string; readonly text: string }[];

/** By question: the exact words that it was about, read at the version that it names (INV-5). */
async function clausesWhenPut(
	log: Log,
	id: string,
	events: readonly LoggedEvent[]
): Promise<Map<string, Clauses>> {
	const found = new Map<string, Clauses>();
	for (const event of events) {
		if (event.type !== 'vote.put' || event.subject.kind !== 'resolution' || !event.version) continue;
		const { clauses } = fold(events.slice(0, event.seq));
		const doc = await docAt(log, id, 'resolution', event.version.seq);
		found.set(
			event.vote,
			clauses.map(({ id: clause, label }) => ({ label, text: textOf(doc, clause) }))
		);
	}
	return found;
}
