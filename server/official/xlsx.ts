/** A table as a spreadsheet. Every cell is a text, so that nothing in it is ever computed (OF10). */
import writeExcelFile from 'write-excel-file/node';
import type { Instant } from '../../src/lib/kernel/decider.ts';
import type { SheetTable } from '../../src/lib/official/sheets.ts';
import { settled } from './zip.ts';

export async function xlsxOf({ name, columns, rows }: SheetTable, at: Instant): Promise<Uint8Array> {
	const head = columns.map(({ title: value }) => ({
		value,
		type: String,
		fontWeight: 'bold' as const,
		wrap: true
	}));
	const body = rows.map((row) =>
		row.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const }))
	);
	const file = writeExcelFile([head, ...body], {
		sheet: name,
		columns: columns.map(({ width }) => ({ width })),
		stickyRowsCount: 1
	});
	return settled(new Uint8Array(await file.toBuffer()), at);
}
