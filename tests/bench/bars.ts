import type { Row, TargetName } from './types.ts';

/** What our figure is held against. */
export type Against = TargetName | 'best peer' | 'absolute';

export interface Bar {
	scenario: string;
	case: string;
	column: string;
	title: string;
	against: Against;
	/** A ratio, or with `absolute` the figure itself; `null` where it is only reported. */
	must: number | null;
	aim: number | null;
}

/** "Peer" means y-websocket's server and Hocuspocus; the relay is the floor. */
const BEST_OF: TargetName[] = ['y-websocket', 'hocuspocus+sqlite'];
const LEVELDB = 'y-websocket+leveldb';

/** From issue 2, "Speed and memory". */
export const BARS: Bar[] = [
	bar('edits', '500 readers', 'cpu', 'CPU per 1,000', 'y-websocket', 0.8, null),
	bar('edits', '500 readers', 'cpu', 'CPU per 1,000', 'relay', 1.0, null),
	bar('edits', '500 readers', 'cpu', 'CPU per 1,000', 'best peer', null, 0.75),
	bar('edits', '500 readers', 'p50', 'p50', 'best peer', 1.2, 1.0),
	bar('join', '500 in 1 s', 'last', 'last synced, ms after the last join', 'absolute', 200, 100),
	bar('join', '500 in 1 s', 'p99', 'p99', 'best peer', 0.05, 0.02),
	bar('join', '500 in 1 s', 'cpu', 'CPU', 'best peer', 0.15, 0.12),
	bar('many', '200 × 10', 'cpu', 'CPU per 1,000', LEVELDB, 0.75, 0.65),
	bar('many', '200 × 10', 'p50', 'p50, ms', 'absolute', 6, 5),
	bar('intake', '10,000 edits', 'in', 'taking in', LEVELDB, 1.5, 1.0),
	bar('intake', '10,000 edits', 'kept', 'taking in, to disk', LEVELDB, null, null),
	bar('intake', '10,000 edits', 'first', 'first load, ms', 'absolute', 150, 100),
	bar('intake', '100,000 edits', 'in', 'taking in', LEVELDB, null, 0.25),
	bar('intake', '100,000 edits', 'first', 'first load, ms', 'absolute', null, 300),
	bar('events', '500 sockets', 'cpu', 'CPU per 1,000', 'socket.io', 1.1, 1.0),
	bar('events', '2000 sockets', 'cpu', 'CPU per 1,000', 'socket.io', 1.1, 1.0),
	bar('idle', '2000 sockets', 'kBeach', 'memory of a socket', 'relay', null, 1.2),
	bar('cursors', '25 cursors', 'p50', 'p50', 'relay', null, 3),
	bar('cursors', '100 cursors', 'p99', 'p99, ms', 'absolute', null, 55),
	bar('start', '100 meetings', 'ready', 'to /readyz, ms', 'absolute', 2000, 1000),
	bar('start', '100 meetings', 'rss', 'resident, MB', 'absolute', 200, null),
	// From issue 3: how much later the sixty see each other's words when three hundred follow from afar.
	bar(
		'hall',
		'60 people, 300 observers',
		'growth',
		'p99 with observers to p99 without',
		'absolute',
		1.2,
		null
	),
	// From issue 4.
	bar('search', '2,000 records', 'p95', 'p95, ms', 'absolute', 50, null)
];

function bar(
	scenario: string,
	which: string,
	column: string,
	title: string,
	against: Against,
	must: number | null,
	aim: number | null
): Bar {
	return { scenario, case: which, column, title, against, must, aim };
}

export interface Verdict extends Bar {
	ours: number | null;
	other: number | null;
	/** The ratio, or our figure itself where the bar is absolute. */
	measured: number | null;
	met: 'must and aim' | 'must' | 'aim' | 'missed' | 'reported' | 'not measured';
}

export function judge(rows: Row[]): Verdict[] {
	const scenarios = new Set(rows.map((row) => row.scenario));
	const cases = new Set(rows.map((row) => `${row.scenario}/${row.case}`));
	return BARS.filter((one) => scenarios.has(one.scenario) && cases.has(`${one.scenario}/${one.case}`)).map(
		(one) => {
			const value = (target: TargetName) =>
				rows.find((r) => r.scenario === one.scenario && r.case === one.case && r.target === target)?.values[
					one.column
				] ?? null;
			const ours = value('ours');
			const other = otherOf(one.against, value);
			const measured =
				ours === null ? null : one.against === 'absolute' ? ours : other === null ? null : ours / other;
			return { ...one, ours, other, measured, met: met(one, measured) };
		}
	);
}

function otherOf(against: Against, value: (target: TargetName) => number | null): number | null {
	if (against === 'absolute') return null;
	if (against !== 'best peer') return value(against);
	const found = BEST_OF.map(value).filter((figure) => figure !== null);
	return found.length === 0 ? null : Math.min(...found);
}

function met(one: Bar, measured: number | null): Verdict['met'] {
	if (measured === null) return 'not measured';
	const aim = one.aim !== null && measured <= one.aim;
	if (one.must === null) return aim ? 'aim' : 'reported';
	if (measured > one.must) return 'missed';
	return aim ? 'must and aim' : 'must';
}
