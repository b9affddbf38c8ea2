/** What a spreadsheet takes from a record: rows of words and numbers under their headings. */
import { day } from '../i18n/format.ts';
import { nameIn } from '../people/names.ts';
import { rollTable } from './roll.ts';
import type { Source } from './source.ts';

export const SHEETS = ['roll', 'tasks'] as const;
export type SheetKind = (typeof SHEETS)[number];

export interface SheetTable {
	readonly name: string;
	readonly columns: readonly { readonly title: string; readonly width: number }[];
	readonly rows: readonly (readonly string[])[];
}

export function sheetOf(source: Source, kind: SheetKind): SheetTable {
	const { name, columns, rows } = kind === 'roll' ? roll(source) : tasks(source);
	return { name, columns, rows: rows.map((row) => row.map(harmless)) };
}

/** OF10: a cell that begins like a formula would be one for who opens it elsewhere. */
export function harmless(text: string): string {
	return /^[\s]*[=+\-@]/.test(text) ? `'${text}` : text;
}

function roll(source: Source): SheetTable {
	const { columns, rows } = rollTable(source);
	return {
		name: 'Điểm danh',
		columns: columns.map(({ title, share }) => ({ title, width: share })),
		rows
	};
}

/** The tasks of this meeting, then those of the meeting before and what became of them. */
function tasks({ record, meeting }: Source): SheetTable {
	const name = (id: string | null) => nameIn(meeting.people, id);
	const { assigned, previous } = record.tasks;
	return {
		name: 'Nhiệm vụ',
		columns: [
			{ title: 'TT', width: 5 },
			{ title: 'Kỳ', width: 12 },
			{ title: 'Nhiệm vụ', width: 60 },
			{ title: 'Chủ trì', width: 28 },
			{ title: 'Phối hợp', width: 36 },
			{ title: 'Thời hạn', width: 14 },
			{ title: 'Kết quả', width: 40 },
			{ title: 'Tỷ lệ (%)', width: 10 }
		],
		rows: [
			...assigned.map(({ words, owner, group, supports, deadline }) => [
				'Kỳ này',
				words,
				[name(owner), group ?? ''].filter(Boolean).join(', '),
				supports.map(name).join(', '),
				deadline === null ? '' : day(deadline),
				'',
				''
			]),
			...previous.map(({ task, owner, group, deadline, result, percent }) => [
				'Kỳ trước',
				task,
				owner === null ? (group ?? '') : name(owner),
				'',
				deadline === null ? '' : day(deadline),
				result,
				String(percent)
			])
		].map((row, index) => [String(index + 1), ...row])
	};
}
