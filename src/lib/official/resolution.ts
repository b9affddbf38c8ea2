import { TITLE } from '../documents/blocks.ts';
import type { RecordedBlock } from '../records/record.ts';
import { framed } from './frame.ts';
import type { Form } from './forms.ts';
import { paragraph, point, section, type Block, type Paper, type Run } from './layout.ts';
import { proseBlocks } from './prose.ts';
import { rollSentence } from './roll-blocks.ts';
import { selfScore } from './score.ts';
import type { Source } from './source.ts';
import { adoption, agreed } from './votes.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { capital, timeInWords } from './words.ts';
import { nameIn } from '../people/names.ts';

/** The resolution as adopted; before that it says that it is a draft (OF6). */
export function resolutionPaper(source: Source): Paper {
	const { endedAt, plannedStart } = source.record.meeting;
	const adopted = adoption(source, 'resolution');
	const at = adopted?.closedAt ?? endedAt ?? plannedStart;
	const mark = adopted ? '' : '(Dự thảo, chưa được thông qua)';
	const paper = framed(source, { kind: 'resolution', form: 'resolution-monthly', at, mark }, (form) => [
		...preamble(source),
		...clauseBlocks(source, form),
		...selfAssessment(source, form),
		...adoptionBlocks(source)
	]);
	return named(paper, titleOf(source));
}

/** Its own title, where the draft has one, in the place of the form's. */
function named(paper: Paper, title: string): Paper {
	if (title === '' || title === '…') return paper;
	return {
		...paper,
		title: `Nghị quyết ${title}`,
		blocks: paper.blocks.map((block) => (block.kind === 'title' ? { ...block, subject: [title] } : block))
	};
}

function titleOf({ record }: Source): string {
	return record.documents.resolution.blocks.find(({ id }) => id === TITLE)?.text ?? '';
}

/** Day, place, numbers, length, chair and minute taker: the facts that the form's opening names. */
function preamble(source: Source): Block[] {
	const { meeting, figures } = source.record;
	const begun = meeting.openedAt ?? meeting.plannedStart;
	const length = figures.time.durationMinutes;
	const name = (id: string | null) => nameIn(source.meeting.people, id);
	const led = [
		`Đồng chí ${name(meeting.chair)} chủ trì`,
		...(meeting.minuteTaker === null ? [] : [`đồng chí ${name(meeting.minuteTaker)} ghi biên bản`])
	].join('; ');
	return [
		paragraph(
			`${capital(dayInWords(begun))}, từ ${timeInWords(begun)}, tại ${meeting.place}, ${meeting.cell.name} tổ chức sinh hoạt. ${led}.${length === null ? '' : ` Thời gian sinh hoạt: ${length} phút.`}`
		),
		paragraph(rollSentence(source)),
		...agendaAgreed(source),
		paragraph('Sau khi nghe báo cáo và thảo luận, chi bộ quyết nghị:')
	];
}

function agendaAgreed(source: Source): Block[] {
	const agenda = adoption(source, 'agenda');
	return agenda ? [paragraph(`Chi bộ thông qua chương trình sinh hoạt với ${agreed(agenda)}.`)] : [];
}

const ROMAN = /^[IVX]+$/;
const SECTIONS: readonly string[] = ['', 'I', 'II', 'III', 'IV'];

/**
 * The clauses under their labels: `II.2.đ` stands as `đ)` below `2.` below `II-`. Where no clause says the words
 * of a level above, the form's heading does.
 */
function clauseBlocks({ record, meeting }: Source, form: Form): Block[] {
	const blocks: Block[] = [];
	let above: readonly string[] = [];
	for (const clause of record.documents.resolution.blocks) {
		if (clause.id === TITLE || clause.label === null) continue;
		const parts = clause.label.split('.');
		const shared = sharedWith(above, parts);
		for (let depth = shared; depth < parts.length - 1; depth += 1)
			blocks.push(headingFor(parts.slice(0, depth + 1), form));
		blocks.push(...clauseBlock(meeting, parts, clause, form));
		if (clause.label === RESULTS) blocks.push(...formerTasks(record, meeting));
		above = parts;
	}
	return blocks;
}

/** Where the form has the table of the former tasks. */
const RESULTS = 'I.3';

/** The table where the form has it, for a resolution whose own words hold no place for it (S2-6). */
function formerTasks({ documents, tasks }: Source['record'], meeting: Source['meeting']): Block[] {
	const nodes = documents.resolution.blocks.flatMap(({ content }) => content);
	const hasPlace = nodes.some(({ type, attrs }) => type === 'fact' && attrs?.kind === FORMER);
	if (hasPlace || tasks.previous.length === 0) return [];
	const told = proseBlocks(meeting, [{ type: 'fact', attrs: { kind: FORMER, ref: 'all' } }]);
	return told.filter(({ kind }) => kind === 'table');
}

const FORMER = 'previous-tasks';

const QUALITY = 'IV';

/** What the cell gave itself, where no clause tells it. */
function selfAssessment(source: Source, form: Form): Block[] {
	const isTold = source.record.documents.resolution.blocks.some(
		({ label }) => label?.split('.')[0] === QUALITY
	);
	const score = isTold ? null : selfScore(source);
	if (score === null) return [];
	const voted = adoption(source, 'self-score');
	return [
		section(sectionTitle(QUALITY, form) ?? `${QUALITY}-`),
		paragraph(score),
		...(voted ? [paragraph(`Chi bộ biểu quyết “${voted.title}”: ${agreed(voted)}.`)] : [])
	];
}

function sharedWith(above: readonly string[], parts: readonly string[]): number {
	const differs = parts.findIndex((part, index) => part !== above[index]);
	return differs < 0 ? parts.length : differs;
}

/** A level that no clause has words for. */
function headingFor(parts: readonly string[], form: Form): Block {
	const last = parts.at(-1) ?? '';
	if (!ROMAN.test(last)) return { kind: 'heading', level: 2, text: `${last}. Nhiệm vụ cụ thể` };
	return section(sectionTitle(last, form) ?? `${last}-`);
}

function sectionTitle(roman: string, { sections }: Form): string | undefined {
	return sections[`s${SECTIONS.indexOf(roman)}`];
}

function clauseBlock(
	meeting: Source['meeting'],
	parts: readonly string[],
	{ content }: RecordedBlock,
	form: Form
): Block[] {
	const blocks = proseBlocks(meeting, content);
	const last = parts.at(-1) ?? '';
	const [first] = blocks;
	if (ROMAN.test(last)) return part(last, blocks, form);
	const label = /^\p{L}$/u.test(last) ? `${last})` : `${last}.`;
	return first?.kind === 'paragraph'
		? [{ kind: 'point', label, runs: first.runs }, ...blocks.slice(1)]
		: [point('', label), ...blocks];
}

const LONGEST_HEADING = 90;

/** A part whose clause is a heading, or has words of its own that stand below the form's heading. */
function part(roman: string, blocks: readonly Block[], form: Form): Block[] {
	const [first, ...rest] = blocks;
	const said = first?.kind === 'paragraph' ? plain(first.runs) : '';
	const isHeading = said !== '' && said.length <= LONGEST_HEADING && rest.length === 0;
	if (isHeading) return [section(`${roman}- ${said.replace(/[.:]$/, '')}`)];
	return [section(sectionTitle(roman, form) ?? `${roman}-`), ...blocks];
}

function plain(runs: readonly Run[]): string {
	return runs.map(({ text }) => text).join('');
}

function adoptionBlocks(source: Source): Block[] {
	const adopted = adoption(source, 'resolution');
	if (!adopted) return [];
	return [
		paragraph(
			`Nghị quyết này được chi bộ thảo luận và biểu quyết thông qua ${dayInWords(adopted.closedAt)}, với ${agreed(adopted)}.`
		)
	];
}
