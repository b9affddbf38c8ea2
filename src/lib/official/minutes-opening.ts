/** How the minutes begin: the words of their opening, laid out in the parts of the form. */
import type { AdoptedNode } from '../adoption/adopted.ts';
import { OPENING } from '../minutes/minutes.ts';
import { list, paragraph, type Block } from './layout.ts';
import { closedIn, laterIn, sectionOf } from './minutes-words.ts';
import { factOf, paragraphs, proseBlocks } from './prose.ts';
import { chairAndTaker, delegates, rollSentence } from './roll-blocks.ts';
import type { Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { timeInWords } from './words.ts';

/** What stands before the roll; where nothing does, the form's own sentence. */
export function opening(source: Source): Block[] {
	const { meeting } = source.record;
	const said = firstSentences(source);
	const written = proseBlocks(source.meeting, parts(source).before);
	if (said !== null) return [paragraph(said.line), ...written];
	const begun = meeting.openedAt ?? meeting.plannedStart;
	return [
		...(written.length > 0 ? written : [whenHeld(source)]),
		paragraph(`Chủ trì tuyên bố khai mạc vào hồi ${timeInWords(begun)}.`)
	];
}

/** When and where it was, in the sentence that the minutes begin with. */
export function whenHeld(source: Source): Block {
	const { openedAt, plannedStart, place, cell } = source.record.meeting;
	const said = firstSentences(source);
	return paragraph(
		said?.line ??
			`Hôm nay, ${dayInWords(openedAt ?? plannedStart)}, tại ${place}, ${cell.name} tổ chức sinh hoạt.`
	);
}

/** Who took part, and what was written below the roll. */
export function participants(source: Source): Block[] {
	return [
		...whoTookPart(source),
		...proseBlocks(source.meeting, parts(source).after),
		...laterIn(source, OPENING),
		...closedIn(source, OPENING)
	];
}

/** The statement of numbers; who led, wrote and came as guests. */
export function whoTookPart(source: Source): Block[] {
	const said = firstSentences(source);
	const { roll } = parts(source);
	return [
		...(roll ? paragraphs(factOf(source.meeting, roll).words) : [paragraph(rollSentence(source))]),
		...(said ? list(said.people) : [...delegates(source), ...chairAndTaker(source)])
	];
}

/** The opening's text round the place of the roll, without the sentence that the meeting begins with. */
function parts(source: Source): {
	readonly before: readonly AdoptedNode[];
	readonly roll: AdoptedNode | undefined;
	readonly after: readonly AdoptedNode[];
} {
	const content = sectionOf(source, OPENING).filter((node) => !isFact(node, 'opening'));
	const at = content.findIndex((node) => isFact(node, 'attendance'));
	if (at < 0) return { before: content, roll: undefined, after: [] };
	return { before: content.slice(0, at), roll: content[at], after: content.slice(at + 1) };
}

function isFact({ type, attrs }: AdoptedNode, kind: string): boolean {
	return type === 'fact' && attrs?.kind === kind;
}

const PEOPLE = /(?=(?:Chủ trì|Thư ký ghi biên bản): đồng chí |Đại biểu dự: )/u;

/** The sentence that the meeting begins with; who led, wrote and came as guests has a part of its own in the form. */
function firstSentences(source: Source): { line: string; people: string[] } | null {
	const fact = sectionOf(source, OPENING).find((node) => isFact(node, 'opening'));
	const said = fact ? factOf(source.meeting, fact).words : '';
	if (said === '') return null;
	const [line = '', ...people] = said.split(PEOPLE).map((words) => words.trim());
	return { line, people };
}
