/** A paper as a PDF with its fonts inside. The same paper gives the same bytes: the dates inside are fixed. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake, { type Content, type DocumentDefinition, type Margins, type Styled } from 'pdfmake';
import type { Block, Guide, Paper, Recipients, Run, Signature } from '../../src/lib/official/layout.ts';
import { fitsOnPage, FOOT_PT, LINES_TO_SIGN, QR_MM, SEAL_PT, SIGNED_PT, TEXT_MM } from './measures.ts';
import { qrRuns } from './qr.ts';

const points = (mm: number) => (mm * 72) / 25.4;
/** Of Tinos and Times New Roman: the height of a line for a size of 1. */
const NATURAL = 1.107;

const FONT = 'Tinos';
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const file = (style: string) => join(folder, style, `Tinos_${style}.ttf`);
const fonts = {
	normal: file('400Regular'),
	bold: file('700Bold'),
	italics: file('400Regular_Italic'),
	bolditalics: file('700Bold_Italic')
};
const allowed = new Set(Object.values(fonts));

pdfmake.setFonts({ [FONT]: fonts });
// Whatever a text says, nothing but the fonts is read.
pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
pdfmake.setUrlAccessPolicy(() => false);

export async function pdfOf(paper: Paper): Promise<Uint8Array> {
	return new Uint8Array(await pdfmake.createPdf(definition(paper)).getBuffer());
}

/** Of the height of a page: where a heading so low is followed by a table, it goes to the next page with it. */
const TOO_LOW = 0.82;
/** Below which a heading has no room for two lines under it. */
const LOWEST = 0.91;

function definition({ guide, blocks, title, cell, at, foot }: Paper): DocumentDefinition {
	const { left, top, right, bottom } = guide.marginsMm;
	const day = new Date(at);
	return {
		pageSize: 'A4',
		pageMargins: [points(left), points(top), points(right), points(bottom)],
		info: { title, author: cell, creator: cell, producer: cell, creationDate: day, modDate: day },
		language: 'vi-VN',
		defaultStyle: { font: FONT, ...exactly(guide, guide.bodyPt) },
		header: (page) =>
			page === 1 ? null : { text: String(page), alignment: 'center', margin: [0, points(10), 0, 0] },
		footer: () =>
			foot === null
				? null
				: { text: foot, fontSize: FOOT_PT, alignment: 'center', margin: [0, points(8), 0, 0] },
		pageBreakBefore: ({ headlineLevel, startPosition }, nodes) =>
			headlineLevel === ANNOUNCES
				? startPosition.verticalRatio > TOO_LOW
				: headlineLevel !== undefined &&
					(startPosition.verticalRatio > LOWEST || nodes.getFollowingNodesOnPage().length === 0),
		content: contentOf(guide, blocks)
	};
}

/** Lines of that size at the guide's exact distance; larger ones at their own. */
function exactly({ linePt, bodyPt }: Guide, pt: number): Styled {
	return { fontSize: pt, lineHeight: pt > bodyPt ? 1.05 : linePt / bodyPt / NATURAL };
}

/** The level of what stands over a table. */
const ANNOUNCES = 3;

/** Neither who signs nor the seal stands alone on a page: the last words go with them, and their heading. */
function contentOf(guide: Guide, blocks: readonly Block[]): Content[] {
	const from = beginOfEnd(blocks);
	return [
		...blocks.slice(0, from).map((block, index) => {
			const [next, over] = [blocks[index + 1], blocks[index + 2]];
			const isOver = block.kind === 'heading' && next && isText(next) && over?.kind === 'table';
			const announces = isText(block) && (next?.kind === 'table' || isOver);
			return { ...blockOf(guide, block), ...(announces && { headlineLevel: ANNOUNCES }) };
		}),
		{ stack: blocks.slice(from).map((block) => withoutLevel(blockOf(guide, block))), unbreakable: true }
	];
}

/** What is kept together breaks nowhere: a heading that asked for a page inside it would lose all of it. */
function withoutLevel({ headlineLevel: _, ...content }: Content & { headlineLevel?: number }): Content {
	return content;
}

function beginOfEnd(blocks: readonly Block[]): number {
	const signing = blocks.findIndex(({ kind }) => kind === 'signatures');
	const last = blocks[signing - 1];
	if (!last || !isText(last) || lengthOf(last) > LONGEST_KEPT) return signing;
	return blocks[signing - 2]?.kind === 'heading' ? signing - 2 : signing - 1;
}

/** In letters: what is kept together and higher than a page would be lost. */
const LONGEST_KEPT = 1500;

function lengthOf(block: Block): number {
	return 'runs' in block ? block.runs.reduce((sum, { text }) => sum + text.length, 0) : 0;
}

function isText({ kind }: Block): boolean {
	return kind === 'heading' || kind === 'paragraph' || kind === 'point';
}

function blockOf(guide: Guide, block: Block): Content {
	switch (block.kind) {
		case 'head':
			return head(guide, block);
		case 'title':
			return title(guide, block);
		case 'heading':
			return {
				text: block.text,
				bold: true,
				headlineLevel: block.level,
				leadingIndent: points(guide.firstLineMm),
				alignment: block.level === 1 ? 'left' : 'justify',
				margin: [0, guide.beforePt + (block.level === 1 ? 6 : 0), 0, 0]
			};
		case 'paragraph':
			return { ...body(guide), text: block.runs.map(run) };
		case 'point':
			return { ...body(guide), text: [{ text: `${block.label} ` }, ...block.runs.map(run)] };
		case 'table':
			return table(guide, block);
		case 'signatures':
			return signatures(guide, block);
		case 'seal':
			return seal(block);
	}
}

function run({ text, bold, italic }: Run): Content {
	return { text, ...(bold && { bold }), ...(italic && { italics: italic }) };
}

function body({ beforePt, firstLineMm }: Guide): Styled {
	return { alignment: 'justify', leadingIndent: points(firstLineMm), margin: [0, beforePt, 0, 0] };
}

const LEFT_MM = 78;

function head(
	guide: Guide,
	{ upper, body: name, number, placeDate }: Extract<Block, { kind: 'head' }>
): Content {
	const size = { ...exactly(guide, guide.headPt), alignment: 'center' } as const;
	const left: Content[] = [
		...(upper === '' ? [] : [{ text: upper, ...size }]),
		...name.map((line): Content => ({ text: line, bold: true, ...size })),
		{ text: '*', bold: true, ...size }
	];
	return {
		layout: 'noBorders',
		table: {
			widths: [points(LEFT_MM), points(TEXT_MM - LEFT_MM) - 16],
			body: [
				[{ stack: left }, party(guide)],
				[
					{ text: number, margin: [0, 4, 0, 0], ...size },
					{ text: placeDate, italics: true, margin: [0, 4, 0, 0], ...size }
				]
			]
		}
	};
}

/** The Party's name with a line below that is as long as it. */
function party(guide: Guide): Content {
	const words: Content = {
		text: 'ĐẢNG CỘNG SẢN VIỆT NAM',
		bold: true,
		fontSize: guide.partyPt,
		lineHeight: 1,
		border: [false, false, false, true]
	};
	const none = () => 0;
	const layout = {
		paddingLeft: none,
		paddingRight: none,
		paddingTop: none,
		paddingBottom: () => 2,
		hLineWidth: () => 0.75
	};
	return {
		columnGap: 0,
		columns: [
			{ text: '', width: '*' },
			{ width: 'auto', layout, table: { body: [[words]] } },
			{ text: '', width: '*' }
		]
	};
}

function title(guide: Guide, { name, subject, mark }: Extract<Block, { kind: 'title' }>): Content {
	const line = (text: string, look: Styled, margin: Margins = [0, 0, 0, 0]): Content => ({
		text,
		alignment: 'center',
		margin,
		...look
	});
	return {
		stack: [
			line(name, { bold: true, ...exactly(guide, guide.titlePt) }, [0, 18, 0, 0]),
			...subject.map((words) => line(words, { bold: true, ...exactly(guide, guide.subjectPt) })),
			...(mark === '' ? [] : [line(mark, { italics: true })]),
			line('-----', {}, [0, 0, 0, 6])
		]
	};
}

function table({ tablePt }: Guide, { columns, rows }: Extract<Block, { kind: 'table' }>): Content {
	const parts = columns.reduce((sum, { share }) => sum + share, 0);
	const padding = 3.5;
	const inner = points(TEXT_MM) - columns.length * 2 * padding - 1;
	const cell = (text: string, index: number, isHead: boolean): Content => ({
		text,
		fontSize: tablePt,
		lineHeight: 1.05,
		bold: isHead,
		alignment: isHead ? 'center' : (columns[index]?.align ?? 'left')
	});
	const pad = () => padding;
	const areWhole = rows.every((row) => fitsOnPage(row, columns));
	return {
		margin: [0, 6, 0, 6],
		layout: {
			hLineWidth: () => 0.5,
			vLineWidth: () => 0.5,
			paddingLeft: pad,
			paddingRight: pad,
			paddingTop: () => 2,
			paddingBottom: () => 2
		},
		table: {
			headerRows: 1,
			keepWithHeaderRows: areWhole ? 1 : 0,
			dontBreakRows: areWhole,
			widths: columns.map(({ share }) => (inner * share) / parts),
			body: [
				columns.map(({ title: text }, index) => cell(text, index, true)),
				...rows.map((row) => row.map((text, index) => cell(text, index, false)))
			]
		}
	};
}

function signatures(guide: Guide, { left, right }: Extract<Block, { kind: 'signatures' }>): Content {
	const half = points(TEXT_MM / 2) - 6;
	const widths = [half, half];
	const none = () => 0;
	const layout = {
		hLineWidth: none,
		vLineWidth: none,
		// As in the Word file, so that a long office breaks alike.
		paddingLeft: () => 3,
		paddingRight: () => 3,
		paddingTop: none,
		paddingBottom: none
	};
	const parts = signature(guide, right);
	const body =
		left?.kind === 'signature'
			? pairs(signature(guide, left), parts)
			: [[left === null ? { text: '' } : { stack: recipients(guide, left) }, { stack: parts }]];
	return { margin: [0, 18, 0, 0], layout, table: { widths, body } };
}

/** Office beside office and name beside name, however much stands between them on one side. */
function pairs(left: readonly Content[], right: readonly Content[]): Content[][] {
	return left.flatMap((part, index) => {
		const beside = right[index];
		return beside ? [[part, beside]] : [];
	});
}

function recipients({ recipientsPt }: Guide, { heading, lines }: Recipients): Content[] {
	return [
		{ text: heading, decoration: 'underline' },
		...lines.map((line) => ({ text: `- ${line}`, fontSize: recipientsPt, lineHeight: 1.1 }))
	];
}

/** What the signer is, what was signed or room to sign, the name. */
function signature(
	guide: Guide,
	{ authority, position, signed, name }: Signature
): readonly [Content, Content, Content] {
	const centred = (text: string, look: Styled = {}): Content => ({ text, alignment: 'center', ...look });
	const bold = guide.signerPositionBold && !position.startsWith('(');
	const room = LINES_TO_SIGN * guide.linePt;
	return [
		{
			stack: [centred(authority, { bold: true }), ...(position === '' ? [] : [centred(position, { bold })])]
		},
		signed.length === 0
			? { text: '', margin: [0, 0, 0, room - guide.linePt] }
			: {
					stack: signed.map((line) => centred(line, { italics: true, fontSize: SIGNED_PT, lineHeight: 1.1 })),
					margin: [0, 8, 0, 8]
				},
		centred(name, { bold: true })
	];
}

/** The QR beside its lines, below everything. */
function seal({ lines, line }: Extract<Block, { kind: 'seal' }>): Content {
	const side = points(QR_MM);
	const { size, runs } = qrRuns(line);
	const module = side / size;
	return {
		margin: [0, 12, 0, 0],
		columnGap: points(6),
		columns: [
			{
				width: side,
				canvas: runs.map(({ x, y, length }) => ({
					type: 'rect' as const,
					x: x * module,
					y: y * module,
					w: length * module,
					// A hair more, so that no printer leaves a white line between two rows.
					h: module * 1.02,
					color: '#000000'
				}))
			},
			{
				width: '*',
				stack: lines.map((text) => ({
					text,
					fontSize: SEAL_PT,
					lineHeight: 1.1,
					margin: [0, 0, 0, 3],
					wordBreak: /\S{40}/.test(text) ? 'break-all' : 'normal'
				}))
			}
		]
	};
}
