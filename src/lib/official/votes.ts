/** Questions and tasks as tables, and the sentences that name the adoption. */
import { day } from '../i18n/format.ts';
import { nameIn } from '../people/names.ts';
import { percent } from '../rollcall/attendance.ts';
import type { Task } from '../tasks/tasks.ts';
import type { ClosedVote } from '../vote/vote.ts';
import type { Subject } from '../vote/contract.ts';
import { paragraph, type Block } from './layout.ts';
import type { Source } from './source.ts';
import { percentInWords } from './words.ts';

const WAYS: Readonly<Record<ClosedVote['ballot'], string>> = {
	open: 'Công khai',
	hands: 'Giơ tay',
	card: 'Giơ thẻ',
	'secret-app': 'Phiếu kín trên máy',
	'secret-paper': 'Phiếu kín'
};

export function closedVotes({ record }: Pick<Source, 'record'>): ClosedVote[] {
	return record.votes.filter((vote) => vote.state === 'closed');
}

/** The question that adopted it; undefined where none did. */
export function adoption(source: Pick<Source, 'record'>, subject: Subject['kind']): ClosedVote | undefined {
	return closedVotes(source).findLast((vote) => vote.subject.kind === subject && vote.passed);
}

/** `22/23 đồng chí tán thành, đạt 95,7%` */
export function agreed({ counts, base }: ClosedVote): string {
	const rate = percent(counts.for, base.length);
	const share = rate === null ? '' : `, đạt ${percentInWords(rate)}`;
	return `${counts.for}/${base.length} đồng chí tán thành${share}`;
}

/** Every question with its base, counts and result (INV-3), then whose opinion is reserved (INV-7). */
export function voteBlocks({ meeting }: Pick<Source, 'meeting'>, votes: readonly ClosedVote[]): Block[] {
	if (votes.length === 0) return [paragraph('Chi bộ không biểu quyết nội dung nào.')];
	return [
		{
			kind: 'table',
			columns: [
				{ title: 'TT', share: 3, align: 'center' },
				{ title: 'Nội dung', share: 12, align: 'left' },
				{ title: 'Hình thức', share: 5, align: 'center' },
				{ title: 'Có quyền', share: 4, align: 'center' },
				{ title: 'Tán thành', share: 5, align: 'center' },
				{ title: 'Không tán thành', share: 4, align: 'center' },
				{ title: 'Ý kiến khác', share: 4, align: 'center' },
				{ title: 'Kết quả', share: 5, align: 'center' }
			],
			rows: votes.map(voteRow)
		},
		...votes.flatMap(({ title, reservations }) =>
			reservations.map(({ member, text }) =>
				paragraph(
					`Đồng chí ${nameIn(meeting.people, member)} bảo lưu ý kiến về “${title}”: “${text.replace(/[.\s]+$/, '')}”.`
				)
			)
		)
	];
}

function voteRow({ title, ballot, base, counts, passed }: ClosedVote, index: number): string[] {
	const rate = percent(counts.for, base.length);
	return [
		String(index + 1),
		title,
		WAYS[ballot],
		String(base.length),
		rate === null ? String(counts.for) : `${counts.for} (${percentInWords(rate)})`,
		String(counts.against),
		String(counts.abstain),
		passed ? 'Được thông qua' : 'Không được thông qua'
	];
}

/** Task, who leads and helps, until when (S3-12). */
export function taskBlocks({ meeting }: Pick<Source, 'meeting'>, tasks: readonly Task[]): Block[] {
	if (tasks.length === 0) return [];
	const name = (id: string) => nameIn(meeting.people, id);
	return [
		{
			kind: 'table',
			columns: [
				{ title: 'TT', share: 1, align: 'center' },
				{ title: 'Nhiệm vụ', share: 7, align: 'left' },
				{ title: 'Chủ trì', share: 4, align: 'left' },
				{ title: 'Phối hợp', share: 4, align: 'left' },
				{ title: 'Thời hạn', share: 3, align: 'center' }
			],
			rows: tasks.map(({ words, owner, group, supports, deadline }, index) => [
				String(index + 1),
				words,
				[...(owner === null ? [] : [name(owner)]), ...(group === null ? [] : [group])].join(', '),
				supports.map(name).join(', '),
				deadline === null ? '' : day(deadline)
			])
		}
	];
}
