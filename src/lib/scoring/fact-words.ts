/** What the cell's own score says in the minutes: Vietnamese whatever the reader's language, for those are papers. */
import type { FactTable } from '../documents/fact-table.ts';
import type { Frame } from './contract.ts';
import { criteria, highest } from './frame.ts';
import type { Sheet } from './scoring.ts';

/** What it came to, and each item of the sheet on a line: minutes carry the sheet with the total. */
export function selfScoreWords(frame: Frame, isThematic: boolean, sheet: Sheet): string {
	const lines = rows(frame, isThematic, sheet).map(
		([number, title, most, given]) => `${number}. ${title}: ${[given, most].filter(Boolean).join('/')} điểm.`
	);
	return [headOf(frame, isThematic, sheet), ...lines].join('\n');
}

const COLUMNS = ['TT', 'Tiêu chí', 'Điểm tối đa', 'Chi bộ tự chấm'] as const;

/** The same as the table that it is, for papers and pages that draw one. */
export function selfScoreTable(frame: Frame, isThematic: boolean, sheet: Sheet): FactTable {
	return { head: headOf(frame, isThematic, sheet), columns: COLUMNS, rows: rows(frame, isThematic, sheet) };
}

function rows(frame: Frame, isThematic: boolean, sheet: Sheet): string[][] {
	return criteria(frame, isThematic).map(({ code, title, maxPoints }, index) => [
		String(index + 1),
		title,
		maxPoints === null ? '' : points(maxPoints),
		points(sheet.points[code] ?? 0)
	]);
}

/** `Chi bộ tự chấm 94/100 điểm, xếp loại Tốt.`, with what was noted on the sheet. */
function headOf(frame: Frame, isThematic: boolean, { total, grade, note }: Sheet): string {
	const most = highest(criteria(frame, isThematic));
	const label = frame.grades.find(({ code }) => code === grade)?.label ?? grade;
	const score = [total, ...(most === null ? [] : [most])].map(points).join('/');
	const noted = note ? ` Ghi chú: ${note.replace(/\s*\n\s*/g, ' ')}` : '';
	return `Chi bộ tự chấm ${score} điểm, xếp loại ${label}.${noted}`;
}

function points(value: number): string {
	return String(value).replace('.', ',');
}
