/** What stood in a text after one of its steps: all that had come by then and had not gone (RP3). */
import type { BlockNode, TextNode } from '../documents/html.ts';
import type { FactPlace, Written } from '../documents/woven.ts';
import type { AttributeHistory, ElementHistory, Life, Run, TextHistory, TextRuns } from './contract.ts';

/** Letters that came in one step and bear the same marks. */
export interface Piece {
	readonly letters: string;
	readonly step: number;
	readonly marks: readonly string[];
}

export interface Standing {
	readonly type: string;
	readonly attrs: Readonly<Record<string, string>>;
	/** With which it came. */
	readonly step: number;
	readonly pieces: readonly Piece[];
}

/** In the order in which marks are named. */
const MARKS = ['strong', 'em'];

export function standingAt({ blocks }: TextHistory, block: string, step: number): Standing[] {
	return (blocks[block] ?? [])
		.filter(({ life }) => stands(life, step))
		.map((element) => ({
			type: element.type,
			attrs: attributesAt(element, step),
			step: element.life[0],
			pieces: element.texts.filter(({ life }) => stands(life, step)).flatMap((text) => piecesAt(text, step))
		}));
}

function stands([born, gone]: Life, step: number): boolean {
	return born <= step && (gone === 0 || gone > step);
}

function attributesAt({ attrs }: ElementHistory, step: number): Record<string, string> {
	return Object.fromEntries(Object.entries(attrs).map(([name, values]) => [name, valueAt(values, step)]));
}

/** The newest value, unless it was taken away. */
function valueAt(values: readonly AttributeHistory[], step: number): string {
	const newest = values.findLast(([, born]) => born <= step);
	return newest && stands([newest[1], newest[2]], step) ? newest[0] : '';
}

function piecesAt({ runs }: TextRuns, step: number): Piece[] {
	const on = new Set<string>();
	let marks: readonly string[] = [];
	const pieces: Piece[] = [];
	for (const run of runs) {
		if (!isTurn(run)) {
			if (stands([run[1], run[2]], step)) pieces.push({ letters: run[0], step: run[1], marks });
		} else if (stands(run.life, step)) {
			if (run.on) on.add(run.mark);
			else on.delete(run.mark);
			marks = MARKS.filter((mark) => on.has(mark));
		}
	}
	return pieces;
}

function isTurn(run: Run): run is Extract<Run, { mark: string }> {
	return 'mark' in run;
}

/** The steps with which something in a block came or went, in order. */
export function changesIn({ blocks }: TextHistory, block: string): number[] {
	const steps = new Set<number>();
	const note = ([born, gone]: Life) => {
		steps.add(born);
		if (gone > 0) steps.add(gone);
	};
	for (const { life, attrs, texts } of blocks[block] ?? []) {
		note(life);
		for (const values of Object.values(attrs)) for (const [, ...lived] of values) note(lived);
		for (const text of texts) {
			note(text.life);
			for (const run of text.runs) note(isTurn(run) ? run.life : [run[1], run[2]]);
		}
	}
	return [...steps].sort((a, b) => a - b);
}

/** As the server tells a block's words. */
export function writtenOf(elements: readonly Standing[]): Written {
	let text: string | null = null;
	const facts: FactPlace[] = [];
	for (const { type, attrs, pieces } of elements) {
		if (type === 'fact') {
			facts.push({ at: text?.length ?? 0, kind: attrs['kind'] ?? '', ref: attrs['ref'] ?? '' });
			continue;
		}
		const words = wordsOf(pieces);
		text = text === null ? words : `${text}\n${words}`;
	}
	return { text: text ?? '', ...(facts.length > 0 && { facts }) };
}

export function wordsOf(pieces: readonly Piece[]): string {
	return pieces
		.map(({ letters }) => letters)
		.join('')
		.normalize('NFC');
}

/** As the record keeps a block's content. */
export function nodesOf(elements: readonly Standing[]): BlockNode[] {
	return elements.map(({ type, attrs, pieces }) => {
		const content = pieces.reduce<TextNode[]>(joined, []);
		return {
			type,
			...(Object.keys(attrs).length > 0 && { attrs }),
			...(content.length > 0 && {
				content: content.map((node) => ({ ...node, text: node.text.normalize('NFC') }))
			})
		};
	});
}

function joined(nodes: TextNode[], { letters, marks }: Piece): TextNode[] {
	const last = nodes.at(-1);
	const isAlike = last && (last.marks ?? []).map(({ type }) => type).join() === marks.join();
	if (isAlike) return [...nodes.slice(0, -1), { ...last, text: last.text + letters }];
	const marked = marks.length > 0 && { marks: marks.map((type) => ({ type })) };
	return letters === '' ? nodes : [...nodes, { type: 'text', ...marked, text: letters }];
}
