/** Sums that a taker writes into minutes, as sentences: Vietnamese whatever the reader's language. */
import type { Outcome } from '../amendments/contract.ts';
import type { Attendance } from '../rollcall/attendance.ts';
import { percentWords } from './fact-words.ts';

export function rateWords({ present, summoned, ratePercent }: Attendance): string {
	if (ratePercent === null) return '';
	return `Có mặt ${present}/${summoned} đảng viên thuộc diện triệu tập, đạt ${percentWords(ratePercent)}.`;
}

/** @param lacking  how many have nobody or no day */
export function tasksWords(all: number, lacking: number): string {
	if (all === 0) return '';
	const told =
		lacking === 0
			? 'đều có người thực hiện và thời hạn'
			: `còn ${lacking} nhiệm vụ chưa rõ người thực hiện hoặc thời hạn`;
	return `Chi bộ phân công ${all} nhiệm vụ, ${told}.`;
}

const BECAME: readonly (readonly [Outcome | 'pending', string])[] = [
	['accepted', 'tiếp thu'],
	['merged', 'tiếp thu chung với đề nghị khác'],
	['adopted', 'thông qua bằng biểu quyết'],
	['rejected', 'không tiếp thu'],
	['withdrawn', 'người đề nghị rút lại'],
	['lapsed', 'chưa giải quyết khi bế mạc'],
	['pending', 'đang chờ giải quyết']
];

export function amendmentsWords(outcomes: readonly (Outcome | 'pending')[]): string {
	if (outcomes.length === 0) return '';
	const parts = BECAME.flatMap(([as, words]) => {
		const count = outcomes.filter((outcome) => outcome === as).length;
		return count === 0 ? [] : [`${words} ${count}`];
	});
	return `Có ${outcomes.length} đề nghị sửa đổi dự thảo nghị quyết: ${parts.join(', ')}.`;
}
