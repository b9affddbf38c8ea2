import { judge, type Verdict } from './bars.ts';
import { median } from './stats.ts';
import type { Row, Scenario } from './types.ts';

const TITLES: Record<string, string> = {
	p50: 'p50 ms',
	p99: 'p99 ms',
	growth: 'p99 to that without',
	cpu: 'CPU s / 1,000',
	inDb: '% of it in the database',
	core: '% of a core',
	rss: 'server MB',
	db: 'database MB',
	saved: 'saved p50 ms',
	load: 'load process %',
	last: 'last after last join, ms',
	kB: 'received kB',
	in: 'in, ms',
	kept: 'kept, ms',
	first: 'first load ms',
	answer: 'answer p50 ms',
	bytes: 'event bytes',
	kBeach: 'kB a socket',
	before: 'MB at 200',
	after: 'MB at 2,000',
	frames: 'frames/s',
	ready: 'ready ms',
	slowest: 'slowest ms'
};

/** In these the processor time is of the whole run. */
const WHOLE_CPU = new Set(['join', 'intake']);

/** The middle of several rounds, value by value. */
export function middleOf(rounds: Row[][]): Row[] {
	const groups = Map.groupBy(rounds.flat(), (row) => `${row.scenario}|${row.case}|${row.target}`);
	return [...groups.values()].flatMap((group) => {
		const first = group[0];
		if (first === undefined) return [];
		const columns = new Set(group.flatMap((row) => Object.keys(row.values)));
		const values: Row['values'] = {};
		for (const column of columns) {
			const figures = group.map((row) => row.values[column] ?? null).filter((figure) => figure !== null);
			values[column] = median(figures);
		}
		return [{ ...first, values, notes: [...new Set(group.flatMap((row) => row.notes))] }];
	});
}

export function scenarioTable(scenario: Scenario, rows: Row[]): string {
	const used = scenario.columns.filter((column) => rows.some((row) => (row.values[column] ?? null) !== null));
	const titles = used.map((column) =>
		column === 'cpu' && WHOLE_CPU.has(scenario.name) ? 'CPU s' : (TITLES[column] ?? column)
	);
	const cases = [...new Set(rows.map((row) => row.case))];
	const ordered = cases.flatMap((one) => rows.filter((row) => row.case === one));
	const lines = ordered.map((row) => [
		row.case,
		row.target,
		...used.map((column) => figure(row.values[column] ?? null))
	]);
	const notes = ordered.flatMap((row) => row.notes.map((note) => `- ${row.target}, ${row.case}: ${note}`));
	const table = markdown(['case', 'server', ...titles], lines);
	return `### ${scenario.name}\n\n${table}\n${notes.length > 0 ? `\n${notes.join('\n')}\n` : ''}`;
}

export function barsTable(rows: Row[]): { text: string; verdicts: Verdict[] } {
	const verdicts = judge(rows);
	const lines = verdicts.map((verdict) => [
		`${verdict.scenario}, ${verdict.case}: ${verdict.title}`,
		verdict.against === 'absolute' ? '' : verdict.against,
		figure(verdict.ours),
		figure(verdict.other),
		verdict.against === 'absolute' ? figure(verdict.measured) : ratio(verdict.measured),
		limit(verdict.must),
		limit(verdict.aim),
		verdict.met
	]);
	const head = ['what', 'against', 'ours', 'theirs', 'ratio', 'must', 'aim', 'met'];
	return { text: `### Bars\n\n${markdown(head, lines)}\n`, verdicts };
}

function markdown(head: string[], lines: string[][]): string {
	const rule = head.map((_, index) => (index < 2 ? '---' : '--:'));
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function figure(value: number | null): string {
	if (value === null) return '–';
	const size = Math.abs(value);
	return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4);
}

const ratio = (value: number | null): string => (value === null ? '–' : `${value.toFixed(2)} ×`);
const limit = (value: number | null): string => (value === null ? '' : `≤ ${value}`);
