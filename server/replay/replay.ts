/** The replay of an ended meeting, as whoever reads its record whole may see it (`src/lib/replay/RULES.md`). */
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { documentOf } from '../../src/lib/closed/closed.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import type { Replay, TextHistory } from '../../src/lib/replay/contract.ts';
import type { App } from '../app.ts';
import type { RecordVisit } from '../pages/record.ts';
import { historyOf } from './history.ts';
import { pace } from './pace.ts';

/** @returns null for who may not read the record whole (RP4) */
export async function replayOf({ log }: Pick<App, 'log'>, visit: RecordVisit): Promise<Replay | null> {
	if (!visit.whole) return null;
	const { record } = visit;
	const breathe = pace();
	const texts: Record<string, TextHistory> = {};
	for (const name of readable(record)) {
		const stored = await log.since(`${record.meeting.id}/${name}`, 0);
		if (stored) texts[name] = await historyOf(stored.batches, breathe);
	}
	const end = record.events.findIndex(({ type }) => type === 'meeting.ended');
	return { events: record.events.slice(0, end + 1), texts };
}

/** Of texts of closed parts those that stand in the reader's record. */
function readable({ closed }: MeetingRecord): AnyDocument[] {
	return [...DOCUMENTS, ...closed.map(documentOf)];
}

/** So many events are put into words at once. */
const AT_ONCE = 200;

/** As JSON in small pieces, so that a long meeting holds nobody up. */
export async function* jsonOf({ events, texts }: Replay): AsyncGenerator<string> {
	const breathe = pace();
	for (let from = 0; from < events.length; from += AT_ONCE) {
		const some = JSON.stringify(events.slice(from, from + AT_ONCE)).slice(1, -1);
		yield from === 0 ? `{"events":[${some}` : `,${some}`;
		await breathe();
	}
	yield '],"texts":{';
	let parting = '';
	for (const [name, history] of Object.entries(texts)) {
		const { blocks, ...steps } = history;
		yield `${parting}${JSON.stringify(name)}:${JSON.stringify(steps).slice(0, -1)},"blocks":{`;
		parting = ',';
		yield* members(blocks, breathe);
		yield '}}';
	}
	yield '}}';
}

async function* members(
	values: Readonly<Record<string, unknown>>,
	breathe: () => Promise<void>
): AsyncGenerator<string> {
	let parting = '';
	for (const [name, value] of Object.entries(values)) {
		yield `${parting}${JSON.stringify(name)}:${JSON.stringify(value)}`;
		parting = ',';
		await breathe();
	}
}
