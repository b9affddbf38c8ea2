import { describe, expect, test } from 'vitest';
import { checkIn, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import { factWords } from '../meeting/fact-words.ts';
import { courseWords, openingWords } from './course-words.ts';
import { amendmentsWords } from './sum-words.ts';

const words = ({ meeting }: Played, kind: string, ref: string = kind) => factWords(meeting, kind, ref);

describe('[MI4] the course of the meeting writes itself', () => {
	test('the opening line has the planned day before, and the day of the opening after', () => {
		const before = new Played({ facilitator: null });
		expect(words(before, 'opening')).toBe(
			'Hôm nay, ngày 03 tháng 11 năm 2026, tại Nhà văn hóa, Chi bộ Tổ dân phố 2 tổ chức sinh hoạt thường kỳ tháng 11/2026. ' +
				'Chủ trì: đồng chí Nguyễn Văn m01.'
		);
		const day = 24 * 3600;
		const late = new Played()
			.at(day)
			.all(...checkIn('m01', 'm03'), ['o1', { type: 'observer.join' }], ['m01', { type: 'meeting.open' }])
			.all(['m01', { type: 'minutes.appoint', to: 'm03' }]);
		expect(words(late, 'opening')).toBe(
			'Hôm nay, vào hồi 19 giờ 30 phút, ngày 04 tháng 11 năm 2026, tại Nhà văn hóa, Chi bộ Tổ dân phố 2 tổ chức sinh hoạt thường kỳ tháng 11/2026. ' +
				'Chủ trì: đồng chí Nguyễn Văn m01. ' +
				'Thư ký ghi biên bản: đồng chí Nguyễn Văn m03. ' +
				'Đại biểu dự: đồng chí Trần Thị o1 (Phó Bí thư, Đảng ủy phường).'
		);
	});

	test('a topic stands in the opening line', () => {
		const opening = {
			plannedStart: START,
			openedAt: null,
			place: 'Hội trường',
			cell: 'Chi bộ 1',
			kind: 'thematic' as const,
			month: '2026-11',
			topic: '“Học tập” – và làm theo',
			chair: 'An',
			minuteTaker: null,
			guests: []
		};
		expect(openingWords(opening)).toContain(
			'sinh hoạt chuyên đề tháng 11/2026 (chuyên đề: “Học tập” – và làm theo).'
		);
	});

	test('who was there is named, also who came late or left', () => {
		const played = opened();
		expect(words(played, 'present')).toBe(
			'Đảng viên dự sinh hoạt 5 đồng chí: Nguyễn Văn m01, Nguyễn Văn m02, Nguyễn Văn m03, Nguyễn Văn m04, Nguyễn Văn p1.'
		);
		played.at(60).all(['m03', { type: 'attendance.leave' }], ...checkIn('m05'));
		expect(words(played, 'present')).toMatch(
			/^Đảng viên dự sinh hoạt 6 đồng chí: .*m05.* Đến sau khi khai mạc: đồng chí Nguyễn Văn m05 \(19 giờ 31 phút\)\. Về trước khi kết thúc: đồng chí Nguyễn Văn m03 \(19 giờ 31 phút\)\.$/
		);
	});

	test('an item says when it ran, how long and whose it was; a skipped one why', () => {
		const played = opened();
		expect(words(played, 'item', 'a1')).toBe(
			'Thời gian: từ 19 giờ 30 phút. Phụ trách: đồng chí Nguyễn Văn m01.'
		);
		expect(words(played, 'item', 'a2')).toBe('');
		played.at(330).all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(words(played, 'item', 'a1')).toBe(
			'Thời gian: từ 19 giờ 30 phút đến 19 giờ 35 phút (5 phút). Phụ trách: đồng chí Nguyễn Văn m01.'
		);
		played.at(400).all(['m01', { type: 'item.start', item: 'a1' }]);
		expect(words(played, 'item', 'a1')).toContain('; từ 19 giờ 36 phút');
		played.all(['m01', { type: 'item.skip', item: 'a3', reason: 'hết giờ' }]);
		expect(words(played, 'item', 'a3')).toBe('Nội dung này không tiến hành. Lý do: hết giờ');
		const spoken = { turns: 0, speakers: 0 };
		expect(courseWords({ runs: [], responsible: '', isSkipped: true, reason: null, spoken })).toBe(
			'Nội dung này không tiến hành.'
		);
	});

	test('an item that is over says how many spoke, without what was said behind closed doors', () => {
		const played = opened();
		const speak = (ref: string, to: string, kind: 'free' | 'presentation' = 'free') =>
			played.all(['m01', { type: 'floor.invite', ref, to, kind }], [to, { type: 'floor.end', turn: ref }]);
		speak('s1', 'm03');
		speak('s2', 'm03');
		speak('s3', 'm04', 'presentation');
		expect(words(played, 'item', 'a1')).not.toContain('lượt phát biểu');
		played.all(['m01', { type: 'closed.begin' }]);
		speak('s4', 'm04');
		played.all(['m01', { type: 'closed.end' }]);
		speak('s5', 'm02');
		played.all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(words(played, 'item', 'a1')).toContain(' Có 3 lượt phát biểu của 2 đồng chí.');
	});

	test('the guiding questions stand at their discussion', () => {
		const [first, talk, ...rest] = setup().items;
		const items = [first, talk && { ...talk, code: 'content.discussion' }, ...rest].flatMap(
			(item) => item ?? []
		);
		const questions = [
			{ id: 'q1', text: 'Vì sao mới đạt 62%?' },
			{ id: 'q2', text: 'Của mục khác?', item: 'a1' }
		];
		const played = opened({ items, preparation: { questions, committeeMeeting: null } });
		expect(words(played, 'questions', 'a2')).toBe('Chủ trì gợi ý thảo luận:\n1. Vì sao mới đạt 62%?');
		expect(words(played, 'questions', 'a1')).toBe('Chủ trì gợi ý thảo luận:\n1. Của mục khác?');
		expect(words(played, 'questions', 'a3')).toBe('');
	});

	test('sums are sentences that a taker puts in', () => {
		const played = opened();
		expect(words(played, 'tasks', 'all')).toBe('');
		played.all(
			['m01', { type: 'task.assign', ref: 't1', task: 'Một', owner: 'm03', deadline: '2026-11-30' }],
			['m01', { type: 'task.assign', ref: 't2', task: 'Hai' }]
		);
		expect(words(played, 'tasks', 'all')).toBe(
			'Chi bộ phân công 2 nhiệm vụ, còn 1 nhiệm vụ chưa rõ người thực hiện hoặc thời hạn.'
		);
		played.all(['m01', { type: 'task.change', task: 't2', owner: 'm04', deadline: '2026-11-30' }]);
		expect(words(played, 'tasks', 'all')).toBe(
			'Chi bộ phân công 2 nhiệm vụ, đều có người thực hiện và thời hạn.'
		);
		expect(amendmentsWords(['accepted', 'accepted', 'withdrawn'])).toBe(
			'Có 3 đề nghị sửa đổi dự thảo nghị quyết: tiếp thu 2, người đề nghị rút lại 1.'
		);
	});

	test('the closing line is empty until the end, and tells of the adoption', () => {
		const played = opened();
		expect(words(played, 'closing')).toBe('');
		played.all(
			[
				'm01',
				{
					type: 'vote.put',
					ref: 'v1',
					title: 'Thông qua biên bản',
					ballot: 'hands',
					threshold: 'majority',
					subject: { kind: 'minutes' }
				}
			],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m01', { type: 'hands.count', vote: 'v1', counts: { for: 4, against: 0, abstain: 0 } }]
		);
		played.all(['m01', { type: 'vote.close', vote: 'v1' }]);
		played.at(5700).all(['m01', { type: 'meeting.end' }]);
		expect(words(played, 'closing')).toBe(
			'Buổi sinh hoạt kết thúc lúc 21 giờ 05 phút cùng ngày. ' +
				'Biên bản đã được chi bộ thông qua: 4/5 đảng viên có quyền biểu quyết tán thành.'
		);
	});
});
