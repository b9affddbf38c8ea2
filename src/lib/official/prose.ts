/** What was written together, as blocks of a paper: facts become their words, the table of former tasks a table. */
import type { AdoptedNode } from '../adoption/adopted.ts';
import type { BlockNode } from '../documents/html.ts';
import type { FactTable } from '../documents/fact-table.ts';
import { factTable, factWords } from '../meeting/fact-words.ts';
import type { Meeting } from '../meeting/state.ts';
import { words, type Block, type Run } from './layout.ts';

/** Nothing for nodes that this release does not know, and for facts that never came to their end. */
export function proseBlocks(meeting: Meeting, content: readonly AdoptedNode[]): Block[] {
	return content.flatMap((node) => nodeBlocks(meeting, node));
}

function nodeBlocks(meeting: Meeting, node: AdoptedNode): Block[] {
	if (node.type === 'fact') {
		const { words: said, table } = factOf(meeting, node);
		return table ? tableBlocks(table) : paragraphs(said);
	}
	return linesOf(runsOf(node)).map((runs) => ({ kind: 'paragraph', runs }));
}

/** What a fact says: what was adopted, or what it came to where its place was still open then (OF11). */
export function factOf(
	meeting: Meeting,
	{ attrs: { kind = '', ref = '' } = {}, said }: AdoptedNode
): { readonly words: string; readonly table: FactTable | null } {
	if (said && !said.isPlace) return said;
	return { words: factWords(meeting, kind, ref), table: factTable(meeting, kind) };
}

/** A paragraph for each line that says something. */
export function paragraphs(text: string): Block[] {
	return linesOf(words(text)).map((runs) => ({ kind: 'paragraph', runs }));
}

export function runsOf({ content = [] }: BlockNode): Run[] {
	return content.map(({ text, marks = [] }) => ({
		text: text.normalize('NFC'),
		...(marks.some(({ type }) => type === 'strong') && { bold: true as const }),
		...(marks.some(({ type }) => type === 'em') && { italic: true as const })
	}));
}

/** Runs broken where their texts break, without the empty lines. */
function linesOf(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [[]];
	for (const run of runs)
		run.text.split('\n').forEach((text, index) => {
			if (index > 0) lines.push([]);
			if (text !== '') lines.at(-1)?.push({ ...run, text });
		});
	return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** By how many columns: the tasks of the meeting before (S2-6), the sheet of the cell's own score. */
const SHARES: Readonly<Record<number, readonly number[]>> = { 5: [1, 6, 3, 3, 6], 4: [1, 10, 3, 3] };

function tableBlocks({ head, columns, rows }: FactTable): Block[] {
	const isScore = columns.length === 4;
	const described = columns.map((title, index) => ({
		title,
		share: SHARES[columns.length]?.[index] ?? 3,
		align: index === 0 || (isScore && index > 1) ? ('center' as const) : ('left' as const)
	}));
	return [...paragraphs(head), { kind: 'table', columns: described, rows }];
}
