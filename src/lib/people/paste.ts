/**
 * People from a spreadsheet: one person a line, the name first, then in any order birth year, Party status,
 * office and standing. What a cell of the sheet means is told by its words, so that columns may be left out.
 */
import { clean, folded } from '../kernel/text.ts';
import type { Office, PartyStatus, Standing } from './roster.ts';

export interface PastedPerson {
	readonly name: string;
	/** Absent where the line does not say it: an update then leaves what is known. */
	readonly birthYear?: number;
	readonly partyStatus?: PartyStatus;
	readonly office?: Office;
	readonly standing?: Standing;
}

export type Fault =
	| 'no-name'
	| 'digits-in-name'
	| 'name-too-long'
	| 'unknown-word'
	| 'said-twice'
	| 'bad-year'
	| 'same-person-twice';

export type PastedLine =
	| { readonly row: number; readonly person: PastedPerson }
	| { readonly row: number; readonly text: string; readonly fault: Fault; readonly word?: string };

/** Lines beyond this are not read. */
export const MOST_LINES = 1_000;
const LONGEST_NAME = 80;
const EARLIEST_YEAR = 1900;

type Meaning = Partial<Omit<PastedPerson, 'name'>>;

const WORDS: Readonly<Record<string, Meaning>> = {
	'chinh thuc': { partyStatus: 'official' },
	'dang vien chinh thuc': { partyStatus: 'official' },
	official: { partyStatus: 'official' },
	'du bi': { partyStatus: 'probationary' },
	'dang vien du bi': { partyStatus: 'probationary' },
	probationary: { partyStatus: 'probationary' },
	'bi thu': { office: 'secretary' },
	'bi thu chi bo': { office: 'secretary' },
	secretary: { office: 'secretary' },
	'pho bi thu': { office: 'deputy_secretary' },
	'pho bi thu chi bo': { office: 'deputy_secretary' },
	'deputy secretary': { office: 'deputy_secretary' },
	'chi uy vien': { office: 'cell_committee_member' },
	'committee member': { office: 'cell_committee_member' },
	'dang vien': { office: 'member' },
	member: { office: 'member' },
	'trieu tap': { standing: 'active' },
	'duoc trieu tap': { standing: 'active' },
	'dang sinh hoat': { standing: 'active' },
	active: { standing: 'active' },
	mien: { standing: 'exempt' },
	'duoc mien': { standing: 'exempt' },
	'mien sinh hoat': { standing: 'exempt' },
	'mien cong tac, sinh hoat': { standing: 'exempt' },
	exempt: { standing: 'exempt' },
	'nhiem vu dac thu': { standing: 'special-duty' },
	'nhiem vu dac biet': { standing: 'special-duty' },
	'special duty': { standing: 'special-duty' },
	'sinh hoat tam thoi': { standing: 'temporary-elsewhere' },
	'sinh hoat noi khac': { standing: 'temporary-elsewhere' },
	'sinh hoat tam thoi noi khac': { standing: 'temporary-elsewhere' },
	'temporary elsewhere': { standing: 'temporary-elsewhere' },
	'dinh chi': { standing: 'suspended' },
	'dinh chi sinh hoat': { standing: 'suspended' },
	suspended: { standing: 'suspended' }
};

/** Columns that sheets have and we do not keep. */
const IGNORED = new Set(['nam', 'nu', 'male', 'female', '-', 'x']);
const HEADINGS = new Set(['stt', 'tt', 'ho va ten', 'ho ten', 'ho va ten dang vien', 'name', 'full name']);

/** @param thisYear  the latest year of birth that is believed */
export function parsePasted(text: string, thisYear: number): PastedLine[] {
	const lines: PastedLine[] = [];
	const known = new Set<string>();
	text.split(/\r\n?|\n/).forEach((line, index) => {
		if (lines.length >= MOST_LINES) return;
		const cells = cellsOf(line);
		if (cells.length === 0 || isHeading(cells)) return;
		const parsed = parseLine(cells, index + 1, line, thisYear);
		lines.push('person' in parsed ? once(parsed, known, line) : parsed);
	});
	return lines;
}

function parseLine(cells: readonly string[], row: number, text: string, thisYear: number): PastedLine {
	const [name = '', ...rest] = isOrdinal(cells[0]) && cells.length > 1 ? cells.slice(1) : cells;
	const wrong = (fault: Fault, word?: string): PastedLine => ({
		row,
		text: text.trim(),
		fault,
		...(word && { word })
	});
	if (!/\p{L}/u.test(name)) return wrong('no-name');
	if (/\d/.test(name)) return wrong('digits-in-name', name);
	if ([...name].length > LONGEST_NAME) return wrong('name-too-long');
	let said: Meaning = {};
	for (const word of rest) {
		const year = yearIn(word);
		if (year !== null && (year < EARLIEST_YEAR || year > thisYear)) return wrong('bad-year', word);
		const meaning = year !== null ? { birthYear: year } : WORDS[keyword(word)];
		if (!meaning && IGNORED.has(keyword(word))) continue;
		if (!meaning) return wrong('unknown-word', word);
		if (Object.keys(meaning).some((key) => key in said)) return wrong('said-twice', word);
		said = { ...said, ...meaning };
	}
	return { row, person: { name, ...said } };
}

/** The same name twice is two people only where their years of birth tell them apart. */
function once(
	line: Extract<PastedLine, { person: PastedPerson }>,
	known: Set<string>,
	text: string
): PastedLine {
	const { name, birthYear } = line.person;
	const key = JSON.stringify([name.toLowerCase(), birthYear ?? null]);
	if (known.has(key)) return { row: line.row, text: text.trim(), fault: 'same-person-twice', word: name };
	known.add(key);
	return line;
}

/** Tabs as spreadsheets copy them, else semicolons, else commas; quotation marks hold a cell together. */
function cellsOf(line: string): string[] {
	const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (const letter of line) {
		if (letter === '"') quoted = !quoted;
		else if (letter === separator && !quoted) {
			cells.push(cell);
			cell = '';
		} else cell += letter;
	}
	return [...cells, cell].map((each) => clean(each).replace(/\s+/g, ' ')).filter((each) => each !== '');
}

function isHeading(cells: readonly string[]): boolean {
	return cells.some((cell) => HEADINGS.has(keyword(cell)));
}

function isOrdinal(cell: string | undefined): boolean {
	return cell !== undefined && /^\d{1,3}\.?$/.test(cell);
}

/** The year in `1962`, `3/11/1962` or `1962-11-03`. */
function yearIn(cell: string): number | null {
	const found = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})$|^(\d{4})-\d{1,2}-\d{1,2}$/.exec(cell);
	return found ? Number(found[1] ?? found[2]) : null;
}

function keyword(cell: string): string {
	return folded(cell)
		.replace(/[_\s]+/g, ' ')
		.replace(/[.:]+$/, '')
		.trim();
}
