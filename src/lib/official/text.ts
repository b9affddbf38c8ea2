/** A paper as plain text, for who wants to paste it somewhere. */
import type { Block, Paper, Recipients, Run, Signature } from './layout.ts';

export function plainText({ blocks }: Paper): string {
	return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
	switch (block.kind) {
		case 'head':
			return ['ĐẢNG CỘNG SẢN VIỆT NAM', block.upper, ...block.body, block.number, block.placeDate]
				.filter((line) => line !== '')
				.join('\n');
		case 'title':
			return [block.name, ...block.subject, block.mark].filter((line) => line !== '').join('\n');
		case 'heading':
			return block.text;
		case 'paragraph':
			return said(block.runs);
		case 'point':
			return `${block.label} ${said(block.runs)}`;
		case 'table':
			return [block.columns.map(({ title }) => title), ...block.rows]
				.map((row) => row.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t'))
				.join('\n');
		case 'signatures':
			return [block.right, ...(block.left ? [block.left] : [])].map(sideText).join('\n\n');
		case 'seal':
			return block.lines.join('\n');
	}
}

function said(runs: readonly Run[]): string {
	return runs.map(({ text }) => text).join('');
}

function sideText(side: Signature | Recipients): string {
	if (side.kind === 'recipients') return [side.heading, ...side.lines.map((line) => `- ${line}`)].join('\n');
	return [side.authority, side.position, ...side.signed, side.name].filter((line) => line !== '').join('\n');
}
