/** What a new resolution starts with: the headings that every monthly resolution has. Vietnamese, for it is the paper's. */
import type { Setup } from '../../src/lib/meeting/contract.ts';

interface FirstClause {
	readonly label: string;
	readonly text: string;
	readonly fillAfterVote?: true;
	/** The results of the tasks of the meeting before stand here. */
	readonly results?: true;
}

const REGULAR: readonly FirstClause[] = [
	{ label: 'I.1', text: 'Về công tác chính trị, tư tưởng: …' },
	{ label: 'I.2', text: 'Về lãnh đạo thực hiện nhiệm vụ chính trị: …' },
	{ label: 'I.3', text: 'Kết quả thực hiện nghị quyết tháng trước: …', results: true },
	{ label: 'I.4', text: 'Hạn chế, nguyên nhân: …' },
	{ label: 'II.1', text: 'Về công tác chính trị, tư tưởng: …' },
	{ label: 'II.2.a', text: 'Nhiệm vụ, người chủ trì, thời hạn hoàn thành: …' },
	{ label: 'II.2.b', text: 'Nhiệm vụ, người chủ trì, thời hạn hoàn thành: …' },
	{ label: 'II.3', text: 'Về công tác xây dựng Đảng, kiểm tra, giám sát: …' },
	{ label: 'III.1', text: 'Chi ủy phân công đảng viên phụ trách, theo dõi, báo cáo tại kỳ sinh hoạt sau.' }
];

const THEMATIC: readonly FirstClause[] = [
	{ label: 'I.1', text: 'Kết quả đạt được: …' },
	{ label: 'I.2', text: 'Hạn chế, nguyên nhân: …' },
	{ label: 'II.1', text: 'Mục tiêu: …' },
	{ label: 'II.2.a', text: 'Giải pháp, người chủ trì, thời hạn hoàn thành: …' },
	{ label: 'II.2.b', text: 'Giải pháp, người chủ trì, thời hạn hoàn thành: …' },
	{ label: 'III.1', text: 'Chi ủy phân công đảng viên thực hiện, kiểm tra, báo cáo kết quả.' }
];

const SELF_ASSESSMENT: FirstClause = {
	label: 'IV',
	text: 'Tự đánh giá chất lượng kỳ sinh hoạt: ghi theo kết quả biểu quyết của chi bộ.',
	fillAfterVote: true
};

export function firstClauses(type: Setup['type']): {
	clauses: Setup['clauses'];
	texts: Record<string, string>;
	results?: string;
} {
	const all = [...(type === 'thematic' ? THEMATIC : REGULAR), SELF_ASSESSMENT];
	const numbered = all.map((clause, index) => ({ ...clause, id: `c${String(index + 1).padStart(2, '0')}` }));
	const results = numbered.find((clause) => clause.results)?.id;
	return {
		...(results && { results }),
		clauses: numbered.map(({ id, label, fillAfterVote }) => ({
			id,
			label,
			fillAfterVote: fillAfterVote ?? false
		})),
		texts: Object.fromEntries(numbered.map(({ id, text }) => [id, text]))
	};
}

export function resolutionTitle(type: Setup['type'], month: string): string {
	const [year, number] = month.split('-');
	const of = type === 'thematic' ? 'sinh hoạt chuyên đề' : 'lãnh đạo thực hiện nhiệm vụ';
	return `${of} tháng ${number} năm ${year}`;
}
