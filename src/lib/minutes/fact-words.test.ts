import { describe, expect, test } from 'vitest';
import { checkIn, member, opened, Played, START } from '../../../tests/support/meeting.ts';
import { evolve } from '../meeting/evolve.ts';
import { factWords } from '../meeting/fact-words.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { numberWords } from './number-words.ts';

describe('[S2-2] the statement of numbers', () => {
	const people = [
		member('m01', { name: 'Trịnh Đức Hòa', office: 'secretary' }),
		member('m02', { name: 'Kiều Văn Dũng' }),
		member('m03', { name: 'Đinh Thị Hạnh' }),
		member('m04', { name: 'Tạ Hữu Bình' }),
		member('p1', { name: 'Nguyễn Hà My', partyStatus: 'probationary' }),
		member('x1', { name: 'Phan Đình Nghiêm', standing: 'exempt' }),
		member('e1', { name: 'Mai Trọng Tín', standing: 'temporary-elsewhere' })
	];

	test('is one sentence with everybody who is not simply there by name', () => {
		const played = new Played({ people, facilitator: null }, START - 600_000);
		const leave = {
			type: 'leave.request',
			kind: 'absent',
			reason: { code: 'sick', text: 'điều chỉ bí thư biết' }
		} as const;
		played.all(['m03', leave], ['m04', leave], ['m01', { type: 'leave.decide', of: 'm03', accept: true }]);
		played.all(['m01', { type: 'leave.decide', of: 'm04', accept: true }], ...checkIn('m01', 'p1', 'x1'));
		played.at(0).all(['m01', { type: 'meeting.open' }]);
		played.at(60).all(...checkIn('m02'));
		expect(factWords(played.meeting, 'attendance', 'opening')).toBe(
			'Tổng số đảng viên 7 đồng chí, chính thức 6, dự bị 1; miễn công tác và sinh hoạt đảng 1; ' +
				'sinh hoạt tạm thời nơi khác 1; thuộc diện triệu tập 5; có mặt 3 (60%); ' +
				'vắng có lý do 2: các đồng chí Tạ Hữu Bình, Đinh Thị Hạnh; đến muộn 1: đồng chí Kiều Văn Dũng; ' +
				'không thuộc diện triệu tập nhưng đến dự 1: đồng chí Phan Đình Nghiêm.'
		);
	});

	test('is corrected by a corrected roll', () => {
		const played = opened();
		const before = factWords(played.meeting, 'attendance', 'opening');
		played.all(['m02', { type: 'attendance.check-in', for: 'm05', method: 'desk' }]);
		const after = factWords(played.meeting, 'attendance', 'opening');
		expect(before).toContain('có mặt 5 (83,3%)');
		expect(before).toContain('vắng không có lý do 1: đồng chí Nguyễn Văn m05');
		expect(after).toContain('có mặt 6 (100%)');
		expect(after).not.toContain('vắng');
	});
});

describe('a speech', () => {
	test('names who spoke, how and for how long, once it is over', () => {
		const played = opened();
		played.at(10).all(['m01', { type: 'floor.invite', ref: 's1', to: 'm03', kind: 'reply' }]);
		expect(factWords(played.meeting, 'speech', 's1')).toBe('');
		played.at(150).all(['m03', { type: 'floor.end', turn: 's1' }]);
		expect(factWords(played.meeting, 'speech', 's1')).toBe('Đồng chí Nguyễn Văn m03 giải trình (2 phút).');
		played.at(160).all(['m01', { type: 'floor.invite', ref: 's2', to: 'o1', kind: 'presentation' }]);
		played.at(205).all(['o1', { type: 'floor.end', turn: 's2' }]);
		expect(factWords(played.meeting, 'speech', 's2')).toBe(
			'Đồng chí Trần Thị o1, Phó Bí thư, phát biểu (dưới 1 phút).'
		);
		played.at(300).all(['m01', { type: 'floor.invite', ref: 's3', to: 'm02', kind: 'free' }]);
		played.at(420).all(['m02', { type: 'floor.end', turn: 's3' }]);
		expect(factWords(played.meeting, 'speech', 's3')).toBe(
			'Đồng chí Nguyễn Văn m02, Phó bí thư chi bộ, phát biểu (2 phút).'
		);
	});

	test('[SP15] names what its speaker was asked to prepare, for every reader', () => {
		const topic = 'An ninh trật tự, tiếng ồn';
		const played = opened().all(
			['m01', { type: 'opinion.assign', to: 'm03', topic }],
			['m01', { type: 'opinion.assign', to: 'm03', topic: 'Camera' }]
		);
		played.at(10).all(['m03', { type: 'floor.request', ref: 's1', kind: 'assigned' }]);
		played.at(20).all(['m01', { type: 'floor.grant', request: 's1' }]);
		played.at(60).all(['m03', { type: 'floor.end', turn: 's1' }]);
		const words =
			'Đồng chí Nguyễn Văn m03 phát biểu ý kiến được giao chuẩn bị về “An ninh trật tự, tiếng ồn”, “Camera” (dưới 1 phút).';
		expect(factWords(played.meeting, 'speech', 's1')).toBe(words);
		const viewer = { person: 'm04', device: '' };
		const seen = played.events
			.map((event) => shown(event, viewer, played.meeting))
			.reduce<Meeting | null>(evolve, null);
		expect(seen && factWords(seen, 'speech', 's1')).toBe(words);
	});
});

describe('a vote', () => {
	test('says base, threshold, counts, rate and result, in figures and in words', () => {
		const played = opened().all(
			[
				'm01',
				{
					type: 'vote.put',
					ref: 'v1',
					title: 'Thông qua nghị quyết',
					ballot: 'hands',
					threshold: 'two-thirds',
					subject: { kind: 'resolution' }
				}
			],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m01', { type: 'hands.count', vote: 'v1', counts: { for: 2, against: 1, abstain: 0 } }]
		);
		expect(factWords(played.meeting, 'vote', 'v1')).toBe('');
		played.all(['m01', { type: 'vote.close', vote: 'v1' }]);
		expect(factWords(played.meeting, 'vote', 'v1')).toBe(
			'Chi bộ biểu quyết bằng hình thức giơ tay “Thông qua nghị quyết”: 5 đảng viên có quyền biểu quyết, có mặt 4; ' +
				'cần ít nhất 4 (bốn) đồng chí tán thành (từ hai phần ba trở lên). Kết quả: tán thành 2/5 (hai trên năm), đạt 40%; ' +
				'không tán thành 1 (một); ý kiến khác 0 (không); không biểu quyết 1 (một). ' +
				'Nội dung không được chi bộ thông qua.'
		);
	});
});

test('a number is read out as Vietnamese reads it', () => {
	const read = [0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 31, 40, 100, 101, 115, 121, 999].map(numberWords);
	expect(read).toEqual([
		'không',
		'một',
		'bốn',
		'năm',
		'mười',
		'mười một',
		'mười bốn',
		'mười lăm',
		'hai mươi',
		'hai mươi mốt',
		'hai mươi tư',
		'hai mươi lăm',
		'ba mươi mốt',
		'bốn mươi',
		'một trăm',
		'một trăm linh một',
		'một trăm mười lăm',
		'một trăm hai mươi mốt',
		'chín trăm chín mươi chín'
	]);
	expect(numberWords(1142)).toBe('1142');
});

test('a fact that nobody knows says nothing', () => {
	const { meeting } = opened();
	expect([
		factWords(meeting, 'speech', 'x'),
		factWords(meeting, 'vote', 'x'),
		factWords(meeting, 'task', 'x')
	]).toEqual(['', '', '']);
});
