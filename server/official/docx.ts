/** A paper as a Word document. The same paper gives the same bytes: dates and names inside are fixed. */
import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	ImageRun,
	LineRuleType,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
	type IParagraphOptions,
	type ISectionOptions
} from 'docx';
import type { Block, Guide, Paper, Recipients, Run, Signature } from '../../src/lib/official/layout.ts';
import { fitsOnPage, FOOT_PT, LINES_TO_SIGN, QR_MM, SEAL_PT, SIGNED_PT, TEXT_MM } from './measures.ts';
import { qrPng } from './qr.ts';
import { settled } from './zip.ts';

const FONT = 'Times New Roman';
/** Twentieths of a point. */
const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

export async function docxOf(paper: Paper): Promise<Uint8Array> {
	const { guide } = paper;
	const document = new Document({
		title: paper.title,
		creator: paper.cell,
		lastModifiedBy: paper.cell,
		description: '',
		styles: {
			default: { document: { run: { font: FONT, size: guide.bodyPt * 2, language: { value: 'vi-VN' } } } }
		},
		sections: [
			{
				properties: page(guide),
				headers: headers(guide),
				footers: footers(paper.foot),
				children: paper.blocks.flatMap(blockOf(guide, paper.blocks))
			}
		]
	});
	return settled(new Uint8Array(await Packer.toBuffer(document)), paper.at);
}

function page({ marginsMm: { top, bottom, left, right } }: Guide): ISectionOptions['properties'] {
	return {
		titlePage: true,
		page: {
			size: { width: twips(210), height: twips(297) },
			margin: {
				top: twips(top),
				bottom: twips(bottom),
				left: twips(left),
				right: twips(right),
				header: twips(10),
				footer: twips(10)
			}
		}
	};
}

/** The number of the page from the second on. */
function headers({ bodyPt }: Guide): ISectionOptions['headers'] {
	const number = new Paragraph({
		alignment: AlignmentType.CENTER,
		children: [new TextRun({ children: [PageNumber.CURRENT], size: bodyPt * 2 })]
	});
	return {
		default: new Header({ children: [number] }),
		first: new Header({ children: [new Paragraph({})] })
	};
}

/** What the sealed record is compared by, small at the foot of every page. */
function footers(words: string | null): ISectionOptions['footers'] {
	if (words === null) return {};
	const foot = () =>
		new Footer({
			children: [
				new Paragraph({
					alignment: AlignmentType.CENTER,
					children: [new TextRun({ text: words, size: FOOT_PT * 2 })]
				})
			]
		});
	return { default: foot(), first: foot() };
}

function blockOf(guide: Guide, blocks: readonly Block[]) {
	return (block: Block, index: number): (Paragraph | Table)[] => {
		const place = placeBefore(blocks[index + 1]?.kind);
		switch (block.kind) {
			case 'head':
				return head(guide, block);
			case 'title':
				return title(guide, block);
			case 'heading':
				return [heading(guide, block)];
			case 'paragraph':
				return [
					new Paragraph({
						...body(guide, place),
						indent: { firstLine: twips(guide.firstLineMm) },
						children: block.runs.flatMap(run)
					})
				];
			case 'point':
				return [
					new Paragraph({
						...body(guide, place),
						indent: { firstLine: twips(guide.firstLineMm) },
						children: [new TextRun({ text: `${block.label} ` }), ...block.runs.flatMap(run)]
					})
				];
			case 'table':
				return [gap(6, false), table(guide, block), gap(6, place.keepNext)];
			case 'signatures':
				return [gap(12, true), signatures(guide, block)];
			case 'seal':
				return [gap(12, true), seal(block)];
		}
	};
}

/** Two tables that touch would be one. */
function gap(points: number, keepNext: boolean): Paragraph {
	return new Paragraph({ keepNext, spacing: { line: points * 20, lineRule: LineRuleType.EXACT } });
}

function run({ text, bold, italic }: Run): TextRun[] {
	return [new TextRun({ text, bold: bold ?? false, italics: italic ?? false })];
}

interface Place {
	readonly keepNext: boolean;
}

/**
 * Who signs never stands alone on a page. Words over a table are not kept with it: where only the head of the
 * table fits below them, LibreOffice then loses all rows.
 */
function placeBefore(next: Block['kind'] | undefined): Place {
	return { keepNext: next === 'signatures' };
}

function body({ linePt, beforePt }: Guide, { keepNext }: Place): IParagraphOptions {
	return {
		alignment: AlignmentType.JUSTIFIED,
		widowControl: true,
		keepNext,
		spacing: {
			before: beforePt * 20,
			line: linePt * 20,
			lineRule: LineRuleType.EXACT
		}
	};
}

function heading(guide: Guide, { level, text }: Extract<Block, { kind: 'heading' }>): Paragraph {
	const beforePt = guide.beforePt + (level === 1 ? 6 : 0);
	return new Paragraph({
		...body({ ...guide, beforePt }, { keepNext: true }),
		alignment: level === 1 ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
		indent: { firstLine: twips(guide.firstLineMm) },
		children: [new TextRun({ text, bold: true })]
	});
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
	top: NONE,
	bottom: NONE,
	left: NONE,
	right: NONE,
	insideHorizontal: NONE,
	insideVertical: NONE
};
const LEFT_MM = 78;

function head(guide: Guide, { upper, body: name, number, placeDate }: Extract<Block, { kind: 'head' }>) {
	const size = guide.headPt;
	const right = TEXT_MM - LEFT_MM;
	// The rule is as long as the words above it, which are 13.9 times as wide as they are high.
	const beside = Math.max(0, (twips(right) - guide.partyPt * 13.9 * 20) / 2 - 110);
	const party = new Paragraph({
		alignment: AlignmentType.CENTER,
		indent: { left: beside, right: beside },
		border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
		children: [new TextRun({ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true, size: guide.partyPt * 2 })]
	});
	return [
		grid(
			[LEFT_MM, right],
			[
				[
					[
						...(upper === '' ? [] : [centred(upper, { size })]),
						...name.map((line) => centred(line, { size, bold: true })),
						centred('*', { size, bold: true })
					],
					[party]
				],
				[
					[centred(number, { size }, { before: 6 })],
					[centred(placeDate, { size, italics: true }, { before: 6 })]
				]
			]
		)
	];
}

function title(guide: Guide, { name, subject, mark }: Extract<Block, { kind: 'title' }>): Paragraph[] {
	return [
		centred(name, { size: guide.titlePt, bold: true }, { before: 18 }),
		...subject.map((line) => centred(line, { size: guide.subjectPt, bold: true })),
		...(mark === '' ? [] : [centred(mark, { size: guide.bodyPt, italics: true })]),
		centred('-----', { size: guide.bodyPt }, { after: 6 })
	];
}

interface Look {
	readonly size: number;
	readonly bold?: boolean;
	readonly italics?: boolean;
	readonly underline?: boolean;
}

function centred(
	text: string,
	{ size, underline, ...look }: Look,
	space: { before?: number; after?: number } = {}
) {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		keepNext: true,
		spacing: { before: (space.before ?? 0) * 20, after: (space.after ?? 0) * 20 },
		children: [new TextRun({ text, size: size * 2, ...look, ...(underline && { underline: {} }) })]
	});
}

/** Cells beside one another without lines. */
function grid(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
	return new Table({
		width: { size: twips(TEXT_MM), type: WidthType.DXA },
		columnWidths: widths.map(twips),
		borders: NO_BORDERS,
		rows: rows.map(
			(cells) =>
				new TableRow({
					cantSplit: true,
					children: cells.map(
						(children, index) =>
							new TableCell({
								width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
								margins: { left: 57, right: 57 },
								children
							})
					)
				})
		)
	});
}

function table({ tablePt }: Guide, { columns, rows }: Extract<Block, { kind: 'table' }>): Table {
	const parts = columns.reduce((sum, { share }) => sum + share, 0);
	const width = (share: number) => twips((TEXT_MM * share) / parts);
	const cell = (text: string, index: number, isHead: boolean) =>
		new TableCell({
			width: { size: width(columns[index]?.share ?? 1), type: WidthType.DXA },
			margins: { top: 40, bottom: 40, left: 70, right: 70 },
			verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
			children: text.split('\n').map(
				(line) =>
					new Paragraph({
						alignment:
							isHead || columns[index]?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
						children: [new TextRun({ text: line, bold: isHead, size: tablePt * 2 })]
					})
			)
		});
	return new Table({
		width: { size: twips(TEXT_MM), type: WidthType.DXA },
		columnWidths: columns.map(({ share }) => width(share)),
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ title: text }, index) => cell(text, index, true))
			}),
			...rows.map(
				(row) =>
					new TableRow({
						cantSplit: fitsOnPage(row, columns),
						children: row.map((text, index) => cell(text, index, false))
					})
			)
		]
	});
}

function signatures(guide: Guide, { left, right }: Extract<Block, { kind: 'signatures' }>): Table {
	const half = [TEXT_MM / 2, TEXT_MM / 2];
	const parts = signature(guide, right);
	if (left?.kind !== 'signature')
		return grid(half, [[left === null ? [new Paragraph({})] : recipients(guide, left), parts.flat()]]);
	// Office beside office and name beside name, however much stands between them on one side.
	return grid(
		half,
		signature(guide, left).map((part, index) => [part, parts[index] ?? []])
	);
}

function recipients({ recipientsPt, bodyPt }: Guide, { heading: words, lines }: Recipients): Paragraph[] {
	return [
		new Paragraph({
			keepNext: true,
			children: [new TextRun({ text: words, size: bodyPt * 2, underline: {} })]
		}),
		...lines.map(
			(line) => new Paragraph({ children: [new TextRun({ text: `- ${line}`, size: recipientsPt * 2 })] })
		)
	];
}

/** What the signer is, what was signed or room to sign, the name. */
function signature(guide: Guide, { authority, position, signed, name }: Signature): Paragraph[][] {
	const size = guide.bodyPt;
	const bold = guide.signerPositionBold && !position.startsWith('(');
	return [
		[
			centred(authority, { size, bold: true }),
			...(position === '' ? [] : [centred(position, { size, bold })])
		],
		signed.length === 0
			? Array.from({ length: LINES_TO_SIGN }, () => centred('', { size }))
			: signed.map((line, index) =>
					centred(
						line,
						{ size: SIGNED_PT, italics: true },
						{ before: index === 0 ? 10 : 0, after: index === signed.length - 1 ? 10 : 0 }
					)
				),
		[centred(name, { size, bold: true })]
	];
}

/** The QR beside its lines, below everything. */
function seal({ lines, line }: Extract<Block, { kind: 'seal' }>): Table {
	const pixels = Math.round((QR_MM * 96) / 25.4);
	const qr = new ImageRun({
		type: 'png',
		data: qrPng(line),
		transformation: { width: pixels, height: pixels },
		// Named here, since the library would count on from the file before.
		altText: { id: '1', name: 'QR', title: 'QR', description: line }
	});
	const beside = QR_MM + 6;
	return grid(
		[beside, TEXT_MM - beside],
		[
			[
				[new Paragraph({ children: [qr] })],
				lines.map(
					(text) =>
						new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text, size: SEAL_PT * 2 })] })
				)
			]
		]
	);
}
