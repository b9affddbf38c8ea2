import { expect, test } from 'vitest';
import { checkIn, opened, type Played } from '../../../tests/support/meeting.ts';
import { corrections } from './corrections.ts';
import { factWords } from './fact-words.ts';

/** What the last line says, without when and by whom. */
function last(played: Played) {
	const { before, after, by } = corrections(played.events).at(-1) ?? { before: '', after: '', by: '' };
	return { before, after, by };
}

test('[MI6] a corrected roll corrects the sentence and leaves a line with what differs', () => {
	const played = opened();
	expect(corrections(played.events)).toEqual([]);
	played.all(['m02', { type: 'attendance.check-in', for: 'm05', method: 'desk' }]);
	expect(last(played)).toEqual({
		by: 'm02',
		before: 'có mặt 5 (83,3%); vắng không có lý do 1: đồng chí Nguyễn Văn m05',
		after: 'có mặt 6 (100%); đến muộn 1: đồng chí Nguyễn Văn m05'
	});
	played.all(['m02', { type: 'attendance.retract', of: 'm05' }]);
	expect(last(played).after).toContain('có mặt 5 (83,3%)');
});

test('[MI6] a speech whose end was missed, or that was another kind', () => {
	const played = opened();
	played.at(10).all(['m01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' }]);
	played.at(610).all(['m03', { type: 'floor.end', turn: 's1' }]);
	played.all(['m02', { type: 'floor.correct', turn: 's1', seconds: 90 }]);
	expect(factWords(played.meeting, 'speech', 's1')).toContain('(2 phút)');
	expect(last(played)).toEqual({
		by: 'm02',
		before: 'Đồng chí Nguyễn Văn m03 phát biểu (10 phút)',
		after: 'Đồng chí Nguyễn Văn m03 phát biểu (2 phút)'
	});
});

test('[MI6] counts that were typed again before the vote was closed', () => {
	const count = (agreed: number) =>
		['m01', { type: 'hands.count', vote: 'v1', counts: { for: agreed, against: 0, abstain: 0 } }] as const;
	const played = opened().all(
		[
			'm01',
			{
				type: 'vote.put',
				ref: 'v1',
				title: 'Chương trình',
				ballot: 'hands',
				threshold: 'majority',
				subject: { kind: 'agenda' }
			}
		],
		['m01', { type: 'vote.open', vote: 'v1' }],
		count(3)
	);
	expect(corrections(played.events)).toEqual([]);
	played.all(count(4), ['m01', { type: 'vote.close', vote: 'v1' }]);
	expect(last(played)).toEqual({
		by: 'm01',
		before: 'Kiểm phiếu “Chương trình”: tán thành 3',
		after: 'Kiểm phiếu “Chương trình”: tán thành 4'
	});
	expect(factWords(played.meeting, 'vote', 'v1')).toContain('tán thành 4/5');
});

test('[MI6] a task that is changed, and one that is taken back', () => {
	const played = opened().all([
		'm01',
		{ type: 'task.assign', ref: 't1', task: 'Dọn ngõ 5', owner: 'm03', deadline: '2026-11-20' }
	]);
	played.all(['m01', { type: 'task.change', task: 't1', deadline: '2026-11-30' }]);
	expect(last(played)).toEqual({
		by: 'm01',
		before: 'hoàn thành chậm nhất ngày 20/11/2026',
		after: 'hoàn thành chậm nhất ngày 30/11/2026'
	});
	played.all(['m01', { type: 'task.remove', task: 't1' }]);
	expect(corrections(played.events).at(-1)).toMatchObject({ after: '', isGone: true });
	expect(last(played).before).toContain('Dọn ngõ 5');
});

test('[MI6] what a comment said is told only where the minutes had told it', () => {
	const post = (ref: string, to: 'all' | 'chair') =>
		({ type: 'comment.post', ref, to, on: { kind: 'item', ref: 'a1' }, text: `Lời ${ref}` }) as const;
	const played = opened().all(
		['m04', post('k1', 'chair')],
		['m04', post('k2', 'all')],
		['m04', post('k3', 'all')]
	);
	played.all(['m01', { type: 'minutes.quote', comment: 'k3' }]);
	for (const comment of ['k1', 'k2', 'k3']) played.all(['m04', { type: 'comment.withdraw', comment }]);
	const told = corrections(played.events).map(({ before }) => before);
	expect(told).toHaveLength(1);
	expect(told[0]).toContain('Lời k3');
});

test('[MI6] an act that was taken back takes what it said along', () => {
	const played = opened();
	played.at(10).all(['m01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'free' }]);
	played.at(20).all(['m01', { type: 'floor.end', turn: 's1' }]);
	const { seq } = played.events.at(-1) ?? { seq: 0 };
	played.all(['m01', { type: 'act.undo', seq }]);
	expect(last(played)).toEqual({
		by: 'm01',
		before: 'Đồng chí Nguyễn Văn m03 phát biểu (dưới 1 phút)',
		after: ''
	});
	// Before the opening nothing was told yet.
	expect(
		corrections(
			opened()
				.all(...checkIn('m05'))
				.events.slice(0, 8)
		)
	).toEqual([]);
});
