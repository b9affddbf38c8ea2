/**
 * What a fact says in the minutes. Vietnamese whatever the reader's language, for the minutes are a paper of
 * the cell; everything counted comes in by the door.
 */
import { compareNames } from '../kernel/text.ts';
import { time } from '../i18n/format.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { CellCount } from '../people/roster.ts';
import type { Attendance } from '../rollcall/attendance.ts';
import type { TurnKind } from '../speaking/contract.ts';
import type { Ballot, Counts, Threshold } from '../vote/contract.ts';

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
		`được triệu tập ${roll.summoned}`,
		`có mặt ${roll.present}${rate}`,
		...named('vắng có lý do', roll.absentExcused),
		...named('vắng không có lý do', roll.absentUnexcused),
		...named('đến muộn', roll.late),
		...named('về trước khi kết thúc', roll.leftEarly),
		...named('không thuộc diện triệu tập nhưng đến dự', roll.voluntary)
	];
	return `${parts.join('; ')}.`;
}

const SPEAKS: Readonly<Record<TurnKind, string>> = {
	assigned: 'phát biểu',
	free: 'phát biểu',
	'self-criticism': 'tự phê bình',
	criticism: 'phê bình',
	reply: 'giải trình',
	'point-of-order': 'nêu ý kiến về điều hành',
	presentation: 'trình bày'
};

export function speechWords(name: string, kind: TurnKind, seconds: number): string {
	return `Đồng chí ${name} ${SPEAKS[kind]} (${lengthWords(seconds)}).`;
}

/** The chair's conclusion of an item, in the chair's words (CN2). */
export function conclusionWords(text: string): string {
	return `Chủ trì kết luận: ${text}`;
}

/** When the session was closed; what was said inside stands elsewhere. */
export function closedWords(from: Instant, to: Instant | null): string {
	return to === null
		? `Chi bộ họp nội bộ từ ${time(from)}.`
		: `Chi bộ họp nội bộ từ ${time(from)} đến ${time(to)}; nội dung được ghi riêng.`;
}

/** A written opinion that was read out, word for word under its author's name (OP6). */
export function opinionWords(author: string, reader: string, text: string, writer = ''): string {
	const quoted = text.replace(/\s*\n\s*/g, ' ');
	return `Ý kiến bằng văn bản của đồng chí ${author} (${writer && `đồng chí ${writer} ghi thay, `}đồng chí ${reader} đọc): “${quoted}”`;
}

/** A comment that was put into the minutes, word for word under its author's name (AD11). */
export function commentWords(author: string, text: string): string {
	return `Đồng chí ${author} góp ý: “${text.replace(/\s*\n\s*/g, ' ')}”`;
}

export interface VoteResult {
	readonly title: string;
	readonly ballot: Ballot;
	readonly threshold: Threshold;
	readonly base: number;
	readonly roll: number;
	readonly needed: number;
	readonly counts: Counts;
	readonly notVoting: number;
	/** Of paper ballots. */
	readonly papers: { readonly issued: number; readonly returned: number; readonly invalid: number } | null;
	readonly ratePercent: number | null;
	readonly passed: boolean;
	readonly reservations: readonly {
		readonly member: PersonId;
		readonly text: string;
		readonly enteredBy?: PersonId;
	}[];
}

const THRESHOLD: Readonly<Record<Threshold, string>> = {
	majority: 'quá nửa',
	'two-thirds': 'từ hai phần ba'
};

const BALLOT: Readonly<Record<Ballot, string>> = {
	open: 'Biểu quyết công khai',
	'secret-app': 'Bỏ phiếu kín trên máy',
	'secret-paper': 'Bỏ phiếu kín bằng phiếu giấy',
	hands: 'Biểu quyết giơ tay',
	card: 'Biểu quyết giơ thẻ'
};

/** A vote with its base, threshold, counts and result, and whose opinion is reserved (INV-3, INV-7). */
export function voteWords(vote: VoteResult, nameOf: NameOf): string {
	const { counts, base, roll, papers } = vote;
	const rate = vote.ratePercent === null ? '' : ` (${percentWords(vote.ratePercent)})`;
	const parts = [
		`${BALLOT[vote.ballot]} “${vote.title}”: ${base} đảng viên có quyền biểu quyết, có mặt ${roll}`,
		`cần ${vote.needed} (${THRESHOLD[vote.threshold]})`,
		...(papers
			? [`phát ra ${papers.issued} phiếu, thu về ${papers.returned}, không hợp lệ ${papers.invalid}`]
			: []),
		`tán thành ${counts.for}/${base}${rate}, không tán thành ${counts.against}, ý kiến khác ${counts.abstain}`,
		...(vote.notVoting > 0 ? [`không biểu quyết ${vote.notVoting}`] : []),
		vote.passed ? 'được thông qua' : 'không được thông qua'
	];
	const reserved = vote.reservations.map(
		({ member, text, enteredBy }) =>
			` Đồng chí ${nameOf(member)}${writtenBy(enteredBy, nameOf)} bảo lưu ý kiến: “${text}”.`
	);
	return `${parts.join('; ')}.${reserved.join('')}`;
}

function writtenBy(id: PersonId | undefined, nameOf: NameOf): string {
	return id === undefined ? '' : ` (đồng chí ${nameOf(id)} ghi thay)`;
}

function comrades(names: readonly string[]): string {
	const list = [...names].sort(compareNames).join(', ');
	return names.length === 1 ? `đồng chí ${list}` : `các đồng chí ${list}`;
}

/** `2 phút 20 giây` */
export function lengthWords(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	if (minutes === 0) return `${rest} giây`;
	return rest === 0 ? `${minutes} phút` : `${minutes} phút ${rest} giây`;
}

/** `91,7%` */
function percentWords(percent: number): string {
	return `${String(percent).replace('.', ',')}%`;
}
