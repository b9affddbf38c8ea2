/** Who took part, as minutes, extract and roll sheet say it. */
import { attendanceWords } from '../minutes/fact-words.ts';
import { byName, nameIn } from '../people/names.ts';
import { cellCount, observers } from '../people/roster.ts';
import { list, words, type Block } from './layout.ts';
import { officeOf, type Source } from './source.ts';

export function rollSentence({ record, meeting }: Source): string {
	return attendanceWords(cellCount(meeting.people), record.figures.attendance, (id) =>
		nameIn(meeting.people, id)
	);
}

export function chairAndTaker({ record, meeting }: Source): Block[] {
	const { chair, minuteTaker } = record.meeting;
	const who = (id: string) =>
		[nameIn(meeting.people, id), officeOf(meeting.people[id])].filter(Boolean).join(', ');
	return list([
		`Chủ trì: đồng chí ${who(chair)}`,
		...(minuteTaker === null ? [] : [`Thư ký: đồng chí ${who(minuteTaker)}`])
	]);
}

/** The delegates and guests who came, each with what they are (S0-4). */
export function delegates({ record, meeting }: Source): Block[] {
	const came = new Set(record.attendance.filter(({ stays }) => stays.length > 0).map(({ person }) => person));
	const there = byName(observers(meeting.people).filter(({ id }) => came.has(id)));
	if (there.length === 0) return [];
	return [
		{ kind: 'paragraph', runs: words('Đại biểu, khách mời:') },
		...list(
			there.map(
				({ name, title, organisation, mode }) =>
					`Đồng chí ${[name, title, organisation].filter(Boolean).join(', ')}${mode === 'remote' ? ' (dự trực tuyến)' : ''}`
			)
		)
	];
}
