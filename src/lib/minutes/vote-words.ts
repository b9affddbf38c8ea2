/** What a vote says in the minutes, in figures and in words: Vietnamese whatever the reader's language. */
import type { PersonId } from '../kernel/decider.ts';
import type { Ballot, Counts, Threshold } from '../vote/contract.ts';
import { comrades, percentWords, quoted } from './fact-words.ts';
import { numberWords } from './number-words.ts';

type NameOf = (id: PersonId) => string;

export interface VoteResult {
	readonly title: string;
	readonly ballot: Ballot;
	readonly threshold: Threshold;
	readonly base: number;
	readonly roll: number;
	readonly needed: number;
	readonly counts: Counts;
	readonly notVoting: number;
	readonly tellers: readonly PersonId[];
	/** Of paper ballots. */
	readonly papers: {
		readonly issued: number;
		readonly returned: number;
		readonly valid: number;
		readonly invalid: number;
	} | null;
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
	'two-thirds': 'từ hai phần ba trở lên'
};

const BALLOT: Readonly<Record<Ballot, string>> = {
	open: 'Chi bộ biểu quyết công khai',
	'secret-app': 'Chi bộ bỏ phiếu kín trên máy',
	'secret-paper': 'Chi bộ bỏ phiếu kín bằng phiếu giấy',
	hands: 'Chi bộ biểu quyết bằng hình thức giơ tay',
	card: 'Chi bộ biểu quyết bằng hình thức giơ thẻ'
};

/** With its base, threshold, counts and result, who counted, and whose opinion is reserved (INV-3, INV-7). */
export function voteWords(vote: VoteResult, nameOf: NameOf): string {
	const { base, roll, needed, tellers, papers } = vote;
	const sentences = [
		`${BALLOT[vote.ballot]} “${vote.title}”: ${base} đảng viên có quyền biểu quyết, có mặt ${roll}; cần ít nhất ${inBoth(needed)} đồng chí tán thành (${THRESHOLD[vote.threshold]})`,
		...(tellers.length > 0 ? [`Kiểm phiếu: ${comrades(tellers.map(nameOf))}`] : []),
		...(papers
			? [
					`Phát ra ${papers.issued} phiếu, thu về ${papers.returned}; hợp lệ ${papers.valid}, không hợp lệ ${papers.invalid}`
				]
			: []),
		result(vote),
		vote.passed ? 'Nội dung được chi bộ thông qua' : 'Nội dung không được chi bộ thông qua',
		...vote.reservations.map(
			({ member, text, enteredBy }) =>
				`Đồng chí ${nameOf(member)}${writtenBy(enteredBy, nameOf)} bảo lưu ý kiến: ${quoted(text)}`
		)
	];
	return `${sentences.join('. ')}.`;
}

/** What tellers entered so far, while the vote is open. */
export function countWords(title: string, counts: Counts): string {
	return `Kiểm phiếu “${title}”: tán thành ${counts.for}; không tán thành ${counts.against}; ý kiến khác ${counts.abstain}.`;
}

function result({ counts, base, ratePercent, notVoting }: VoteResult): string {
	const rate = ratePercent === null ? '' : `, đạt ${percentWords(ratePercent)}`;
	const parts = [
		`tán thành ${counts.for}/${base} (${numberWords(counts.for)} trên ${numberWords(base)})${rate}`,
		`không tán thành ${inBoth(counts.against)}`,
		`ý kiến khác ${inBoth(counts.abstain)}`,
		...(notVoting > 0 ? [`không biểu quyết ${inBoth(notVoting)}`] : [])
	];
	return `Kết quả: ${parts.join('; ')}`;
}

/** `12 (mười hai)` */
function inBoth(count: number): string {
	return `${count} (${numberWords(count)})`;
}

function writtenBy(id: PersonId | undefined, nameOf: NameOf): string {
	return id === undefined ? '' : ` (đồng chí ${nameOf(id)} ghi thay)`;
}
