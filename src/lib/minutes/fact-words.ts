/**
 * What a fact says in the minutes. Vietnamese whatever the reader's language, for the minutes are a paper of
 * the cell; everything counted comes in by the door.
 */
import { compareNames } from '../kernel/text.ts';
import { time } from '../i18n/format.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { CellCount } from '../people/roster.ts';
import type { Attendance } from '../rollcall/attendance.ts';

type NameOf = (id: PersonId) => string;

/** The statement of numbers, one sentence ready to read (S2-2). Reasons of leave are not for everybody and stay out. */
export function attendanceWords(cell: CellCount, roll: Attendance, nameOf: NameOf): string {
	const some = (words: string, count: number) => (count > 0 ? [`${words} ${count}`] : []);
	const named = (words: string, ids: readonly PersonId[]) =>
		ids.length > 0 ? [`${words} ${ids.length}: ${comrades(ids.map(nameOf))}`] : [];
	const rate = roll.ratePercent === null ? '' : ` (${percentWords(roll.ratePercent)})`;
	const parts = [
		`Tổng số đảng viên ${cell.members} đồng chí, chính thức ${cell.official}, dự bị ${cell.probationary}`,
		...some('miễn công tác và sinh hoạt đảng', cell.exempt),
		...some('làm nhiệm vụ đặc thù', cell.specialDuty),
		...some('sinh hoạt tạm thời nơi khác', cell.temporaryElsewhere),
		...some('đình chỉ sinh hoạt', cell.suspended),
		`thuộc diện triệu tập ${roll.summoned}`,
		`có mặt ${roll.present}${rate}`,
		...named('vắng có lý do', roll.absentExcused),
		...named('vắng không có lý do', roll.absentUnexcused),
		...named('đến muộn', roll.late),
		...named('về trước khi kết thúc', roll.leftEarly),
		...named('không thuộc diện triệu tập nhưng đến dự', roll.voluntary)
	];
	return `${parts.join('; ')}.`;
}

/** The chair's conclusion of an item, in the chair's words (CN2). */
export function conclusionWords(text: string): string {
	return `Chủ trì kết luận: ${text}`;
}

/** When the session was closed; what was said inside stands elsewhere. */
export function closedWords(from: Instant, to: Instant | null): string {
	return to === null
		? `Chi bộ họp nội bộ từ ${hour(from)}.`
		: `Chi bộ họp nội bộ từ ${hour(from)} đến ${hour(to)}; nội dung được ghi riêng.`;
}

/** `đồng chí An`, `các đồng chí An, Bình`, by given name. */
export function comrades(names: readonly string[]): string {
	const list = [...names].sort(compareNames).join(', ');
	return names.length === 1 ? `đồng chí ${list}` : `các đồng chí ${list}`;
}

/** `2 phút`, to the nearest; `dưới 1 phút`. No paper counts the seconds of a comrade. */
export function lengthWords(seconds: number): string {
	return seconds < 60 ? 'dưới 1 phút' : `${Math.round(seconds / 60)} phút`;
}

/** `91,7%` */
export function percentWords(percent: number): string {
	return `${String(percent).replace('.', ',')}%`;
}

/** In quotation marks, without the stop that the sentence around it brings along. */
export function quoted(text: string): string {
	return `“${text.replace(/(?<!\.)\.$/, '')}”`;
}

/** `19 giờ 05 phút`, as papers write it. */
export function hour(at: Instant): string {
	const [hours = '', minutes = ''] = time(at).split(':');
	return minutes === '00' ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes} phút`;
}
