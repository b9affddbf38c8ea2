import { byName, nameIn } from '../people/names.ts';
import { observers, type Observer } from '../people/roster.ts';
import type { Pole } from '../remarks/contract.ts';
import type { Remark } from '../remarks/remarks.ts';
import { framed } from './frame.ts';
import { formNamed, type Form } from './forms.ts';
import { list, paragraph, point, type Block, type Paper } from './layout.ts';
import type { Source } from './source.ts';
import { dayParts } from '../i18n/day-in-words.ts';
import { withStop } from './words.ts';

/** What observers remarked, by the groups of the form (S4-3); null where this reader reads none. */
export function remarksPaper(source: Source): Paper | null {
	const { record, meeting, remarks, reader } = source;
	if (remarks.length === 0) return null;
	const at = record.meeting.endedAt ?? record.meeting.plannedStart;
	const authors = authorsOf(source);
	const [only] = authors;
	const own = meeting.people[reader ?? '']?.kind === 'observer' ? reader : null;
	const signs = authors.length === 1 && only ? only.name : nameIn(meeting.people, own);
	const values = { ...dayValues(source), observerName: signs };
	return framed(source, { kind: 'remarks', form: 'observer-feedback', at, values }, ({ sections }) => [
		{ kind: 'heading', level: 2, text: sections.observer ?? '' },
		...list(
			authors.map(
				({ name, title, organisation, mode }) =>
					`Đồng chí ${[name, title, organisation].filter(Boolean).join(', ')}, dự ${mode === 'remote' ? 'trực tuyến' : 'trực tiếp'}`
			)
		),
		...remarkGroups(source, sections)
	]);
}

/** The day of the meeting, and what it was, as subjects of papers about it name them. */
export function dayValues({ record }: Source): Record<string, string> {
	const { openedAt, plannedStart, model } = record.meeting;
	const { day, month, year } = dayParts(openedAt ?? plannedStart);
	return { dd: day, mm: month.padStart(2, '0'), yyyy: year, 'điểm|mẫu': model ? 'điểm' : '' };
}

function authorsOf({ meeting, remarks }: Source): Observer[] {
	const wrote = new Set(remarks.map(({ person }) => person));
	return byName(observers(meeting.people).filter(({ id }) => wrote.has(id)));
}

/** By the words that are kept (`remarks/contract.ts`). */
const SECTIONS: Readonly<Record<string, string>> = {
	'nội dung': 'content',
	'tiến trình': 'process',
	'điều hành': 'chairing',
	'vai trò đảng viên': 'members',
	'kiểm tra, giám sát': 'follow-up'
};
const ORDER = ['content', 'process', 'chairing', 'members', 'follow-up'];

/** Every group of the form, whether somebody remarked on it or not; then what belongs to none. */
function remarkGroups(source: Source, sections: Form['sections']): Block[] {
	const heading = (text: string) => ({ kind: 'heading', level: 2, text }) as const;
	const others = ofGroup(source, '');
	return [
		...ORDER.flatMap((code) => [
			heading(sections[code] ?? ''),
			...remarkPoints(source, ofGroup(source, code))
		]),
		...(others.length === 0 ? [] : [heading(OTHERS), ...remarkPoints(source, others)])
	];
}

const OTHERS = 'Nội dung khác';

/** The groups on which there is a remark, as the minutes of a debrief hold them. */
export function remarksByGroup(source: Source): Block[] {
	const { sections } = formNamed('observer-feedback');
	return [...ORDER, ''].flatMap((code) => {
		const remarks = ofGroup(source, code);
		const name = (sections[code] ?? OTHERS).replace(/^\d+\. /, '');
		return remarks.length === 0
			? []
			: [{ kind: 'heading', level: 2, text: name } as const, ...remarkPoints(source, remarks)];
	});
}

function ofGroup({ remarks }: Source, code: string): Remark[] {
	return remarks.filter(({ category }) => (SECTIONS[category] ?? '') === code);
}

const POLES: Readonly<Record<Pole, string>> = {
	strength: 'Ưu điểm',
	limit: 'Hạn chế',
	suggestion: 'Kiến nghị'
};

/** Each with its pole, and its author where several wrote. */
function remarkPoints(source: Source, remarks: readonly Remark[]): Block[] {
	const several = authorsOf(source).length > 1;
	if (remarks.length === 0) return [paragraph('Không có ý kiến.')];
	return remarks.map(({ pole, text, person }) => {
		const by = several ? ` (đồng chí ${nameIn(source.meeting.people, person)})` : '';
		return point(`${POLES[pole]}: ${by === '' ? withStop(text) : `${text.replace(/[.;\s]+$/, '')}${by}.`}`);
	});
}
