import type { AdoptedNode } from '../adoption/adopted.ts';
import { CLOSING } from '../minutes/minutes.ts';
import { framed } from './frame.ts';
import { itemBlocks } from './item-blocks.ts';
import type { Form } from './forms.ts';
import { list, ordinal, paragraph, section, type Block, type Paper } from './layout.ts';
import { laterIn, markOf, sectionOf } from './minutes-words.ts';
import { opening, participants } from './minutes-opening.ts';
import { paragraphs, proseBlocks } from './prose.ts';
import { selfScore } from './score.ts';
import type { Source } from './source.ts';
import { adoption, agreed, closedVotes, taskBlocks, voteBlocks } from './votes.ts';
import { timeInWords } from './words.ts';

/** The minutes: what was written in the room, in the order and with the parts of the form (OF5). */
export function minutesPaper(source: Source): Paper {
	const { type, endedAt, plannedStart } = source.record.meeting;
	const kind = { kind: 'minutes', at: endedAt ?? plannedStart, mark: markOf(source) } as const;
	return type === 'thematic'
		? framed(source, { ...kind, form: 'minutes-thematic' }, (form) => thematic(source, form))
		: framed(source, { ...kind, form: 'minutes-regular' }, (form) => regular(source, form));
}

function regular(source: Source, { sections }: Form): Block[] {
	return [
		...opening(source),
		section(sections.participants ?? ''),
		...participants(source),
		section(sections['content-list'] ?? ''),
		...list(
			source.record.items.map(({ title }) => title),
			ordinal
		),
		section(sections.proceedings ?? ''),
		...source.record.items.flatMap((_, index) => itemBlocks(source, index)),
		section(sections.votes ?? ''),
		...voteBlocks(source, closedVotes(source)),
		section(sections.conclusion ?? ''),
		...tasks(source),
		section(sections['self-assessment'] ?? ''),
		...selfAssessment(source),
		...closing(source)
	];
}

/** The parts of a meeting on one topic, told apart by the phases and the codes of its agenda. */
function thematic(source: Source, { sections }: Form): Block[] {
	const { items } = source.record;
	const of = (which: (code: string, phase: string) => boolean) =>
		items.flatMap((item, index) => (which(item.code ?? '', item.phase) ? itemBlocks(source, index) : []));
	const isPresentation = (code: string) => code === 'content.presentation';
	return [
		...opening(source),
		section(sections.participants ?? ''),
		...participants(source),
		section(sections.purpose ?? ''),
		...of((_, phase) => phase === 'opening'),
		section(sections.presentation ?? ''),
		...of(isPresentation),
		section(sections.discussion ?? ''),
		...of((code, phase) => phase === 'content' && !isPresentation(code)),
		section(sections.evaluation ?? ''),
		...of((_, phase) => phase === 'closing'),
		...tasks(source),
		section((sections.votes ?? '').replace(' (nếu có)', '')),
		...voteBlocks(source, closedVotes(source)),
		...closing(source)
	];
}

function tasks(source: Source): Block[] {
	const { assigned } = source.record.tasks;
	return assigned.length === 0
		? [paragraph('Không có nhiệm vụ mới được phân công.')]
		: [paragraph('Chi bộ phân công thực hiện các nhiệm vụ sau:'), ...taskBlocks(source, assigned)];
}

/** The score that the cell gave itself, and the question by which it agreed. */
function selfAssessment(source: Source): Block[] {
	const voted = adoption(source, 'self-score');
	const score = selfScore(source);
	if (!voted && score === null) return [paragraph('Chi bộ chưa tự đánh giá chất lượng buổi sinh hoạt.')];
	return [
		...(score === null ? [] : [paragraph(score)]),
		...(voted ? [paragraph(`Chi bộ biểu quyết “${voted.title}”: ${agreed(voted)}.`)] : [])
	];
}

/** What was written at the end; then when it ended, and that the minutes were read out and adopted. */
function closing(source: Source): Block[] {
	const { record, meeting } = source;
	const { endedAt } = record.meeting;
	const written = [
		...proseBlocks(meeting, sectionOf(source, CLOSING).filter(isNotOfTheForm)),
		...laterIn(source, CLOSING)
	];
	const adopted = adoption(source, 'minutes');
	const read = adopted
		? `, đã được đọc lại cho chi bộ nghe và nhất trí thông qua (${adopted.counts.for}/${adopted.base.length})`
		: '';
	return [
		...written,
		...(endedAt === null ? [] : paragraphs(`Biên bản kết thúc vào hồi ${timeInWords(endedAt)}${read}.`))
	];
}

/** The form has a sentence of its own for how a meeting ends. */
function isNotOfTheForm({ type, attrs }: AdoptedNode): boolean {
	return type !== 'fact' || attrs?.kind !== 'closing';
}
