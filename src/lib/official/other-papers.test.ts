import { expect, test } from 'vitest';
import { member, observer, opened, setup, type Played } from '../../../tests/support/meeting.ts';
import { says, sourceFrom } from '../../../tests/support/record.ts';
import { frameOf } from '../../../server/meetings/frames.ts';
import { criteria } from '../scoring/frame.ts';
import type { Block, Paper, PaperKind } from './layout.ts';
import { paperOf } from './papers.ts';
import { harmless, sheetOf } from './sheets.ts';
import type { Source } from './source.ts';
import { plainText } from './text.ts';

function tables(paper: Paper | null): Extract<Block, { kind: 'table' }>[] {
	return (paper?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function text(source: Source, kind: PaperKind): string {
	const paper = paperOf(source, kind);
	return paper ? plainText(paper) : '';
}

const FRAME = frameOf('criteria-hd42-2025');
if (!FRAME) throw new Error('no frame');
const RULES = { ...setup().rules, scoring: FRAME };
const points = (less: number) =>
	Object.fromEntries(
		criteria(FRAME, false).map(({ code, maxPoints }, index) => [
			code,
			(maxPoints ?? 0) - (index === 0 ? less : 0)
		])
	);

const PEOPLE = [
	...setup().people.filter(({ kind }) => kind === 'member'),
	observer('o1', { name: 'Lâm Quốc Vinh', rank: 'delegation_head', supervises: true, delegation: 'Đoàn' }),
	observer('o2', { name: 'Tống Ái Liên', mode: 'remote' })
];

function held(): Played {
	return opened({ people: PEOPLE, rules: RULES })
		.all(['o2', { type: 'observer.join' }])
		.all(
			['m01', { type: 'item.conclude', item: 'a1', text: 'Giao tổ 1 làm trước ngày 10' }],
			[
				'm01',
				{
					type: 'task.assign',
					ref: 't1',
					task: '=HYPERLINK("x")',
					owner: 'm03',
					supports: ['m04'],
					deadline: '2026-11-30'
				}
			],
			['m01', { type: 'score.submit', points: points(1), note: 'Tạm tính' }],
			['o1', { type: 'score.submit', points: points(2) }],
			[
				'o1',
				{
					type: 'remark.post',
					ref: 'r1',
					item: 'a1',
					category: 'điều hành',
					pole: 'limit',
					text: 'Thời sự dài.'
				}
			],
			[
				'o2',
				{
					type: 'remark.post',
					ref: 'r2',
					item: 'a1',
					category: 'kỹ thuật',
					pole: 'strength',
					text: 'Màn chiếu rõ'
				}
			]
		)
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
}

function debriefed(): Played {
	return held()
		.at(700)
		.all(
			['o1', { type: 'debrief.open' }],
			['o1', { type: 'debrief.join' }],
			['m01', { type: 'debrief.join' }],
			['m01', { type: 'debrief.state', ref: 'd1', text: 'Chuẩn bị kỹ' }],
			['o1', { type: 'debrief.state', ref: 'd2', text: 'Cần gọn hơn' }],
			[
				'o1',
				{ type: 'debrief.unify', ref: 'u1', text: 'Gửi tài liệu trước hai ngày', cellTypes: ['school'] }
			],
			[
				'o1',
				{ type: 'debrief.remedy', ref: 'b1', task: 'Rút gọn thời sự', owner: 'm03', deadline: '2026-12-01' }
			],
			['o1', { type: 'debrief.close' }]
		);
}

test('[OF1] the agenda says when, where, who and what, its parts counted without a gap', () => {
	const source = sourceFrom(held(), { agenda: { a1: [says('Mở đầu')] } });
	const said = text(source, 'agenda');
	expect(said).toMatch(/I- THỜI GIAN, ĐỊA ĐIỂM\n\n- Thời gian: 19 giờ 30 phút, ngày 03 tháng 11 năm 2026/);
	expect(said).toContain('III- NỘI DUNG CHƯƠNG TRÌNH');
	expect(said).not.toContain('IV-');
	expect(tables(paperOf(source, 'agenda'))[0]?.rows[0]).toEqual([
		'1',
		'Mở đầu',
		'Nguyễn Văn m01',
		'5 phút',
		''
	]);
});

test('[OF1] the committee’s meeting before, as it was entered; nothing where none was', () => {
	const committeeMeeting = {
		at: Date.UTC(2026, 9, 30, 12, 30),
		endedAt: Date.UTC(2026, 9, 30, 13, 25),
		place: 'Nhà văn hóa',
		present: ['m01', 'm02'],
		chair: 'm01',
		minuteTaker: 'm02',
		decisions: ['Thống nhất chương trình', 'Cho ý kiến dự thảo.'],
		minutesNumber: 'Số 99-BB/CB'
	};
	const played = opened({ preparation: { questions: [], committeeMeeting } });
	const source = sourceFrom(played, {}, { numbers: { committee: 'Số 22-BB/CB' } });
	const said = text(source, 'committee');
	expect(said).toContain('Số 22-BB/CB');
	// What somebody typed is no number of the cell’s papers.
	expect(text(sourceFrom(played, {}), 'committee')).toMatch(/^Số\s+-BB\/CB$/m);
	expect(said).toContain('Thời gian: từ 19 giờ 30 phút đến 20 giờ 25 phút, ngày 30 tháng 10 năm 2026;');
	expect(said).toContain('Có mặt 2 đồng chí: Nguyễn Văn m01, Nguyễn Văn m02;');
	expect(said).toMatch(/1\. Thống nhất chương trình;\s+2\. Cho ý kiến dự thảo\./);
	expect(text(sourceFrom(held(), {}), 'committee')).toBe('');
});

test('[OF1] the conclusion is the chair’s words by item, and the tasks', () => {
	const said = text(sourceFrom(held(), {}), 'conclusion');
	expect(said).toContain('1. Mục a1\n\nGiao tổ 1 làm trước ngày 10.');
	expect(said).toContain('Nguyễn Văn m03\tNguyễn Văn m04\t30/11/2026');
	expect(
		text(
			sourceFrom(
				opened()
					.at(60)
					.all(['m01', { type: 'meeting.end' }]),
				{}
			),
			'conclusion'
		)
	).toContain('Không có nhiệm vụ mới được phân công.');
});

test('[OF1] an extract is the part of the minutes about one item; of an unknown item there is none', () => {
	const written = { minutes: { a1: [says('Ý kiến về mục một.')], a2: [says('Ý kiến về mục hai.')] } };
	const source = sourceFrom(held(), written, { item: 'a1' });
	const said = text(source, 'extract');
	expect(said).toContain('về việc mục a1');
	expect(said).toContain('Hôm nay, ngày 03 tháng 11 năm 2026, tại ');
	expect(said).toContain('Ý kiến về mục một.');
	expect(said).not.toContain('Ý kiến về mục hai.');
	expect(paperOf({ ...source, item: 'a9' }, 'extract')).toBeNull();
	expect(paperOf({ ...source, item: null }, 'extract')).toBeNull();
});

test('[OF1] the roll has a row for each member by given name; why somebody was away only for who may know it', () => {
	const people = [...PEOPLE, member('m06', { name: 'Đinh Thị Ái' })];
	const played = opened({ people })
		.all(
			['m06', { type: 'leave.request', kind: 'absent', reason: { code: 'sick', text: 'nằm viện' } }],
			['m01', { type: 'leave.decide', of: 'm06', accept: true }]
		)
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
	const source = sourceFrom(played, {});
	const [roll, delegates] = tables(paperOf(source, 'roll'));
	expect(roll?.rows).toHaveLength(7);
	expect(roll?.rows[0]).toEqual([
		'1',
		'Đinh Thị Ái',
		'Chính thức',
		'',
		'Vắng có lý do',
		'',
		'',
		'nằm viện',
		''
	]);
	expect(roll?.rows[1]?.slice(1, 7)).toEqual([
		'Nguyễn Văn m01',
		'Chính thức',
		'Bí thư',
		'Có mặt',
		'19:29',
		''
	]);
	expect(delegates?.rows.map((row) => row[1])).toEqual(['Lâm Quốc Vinh']);
	expect(text({ ...source, whole: false }, 'roll')).not.toContain('nằm viện');
});

test('[OF1] the score sheet has the cell’s points beside the supervisor’s, when they are published', () => {
	const before = paperOf(sourceFrom(held(), {}), 'score');
	expect(tables(before)[0]?.rows.at(-1)).toEqual(['', 'Tổng điểm', '100', '99', '', '']);
	const after = sourceFrom(debriefed(), {});
	const paper = paperOf(after, 'score');
	expect(tables(paper)[0]?.rows[0]?.slice(2, 5)).toEqual(['5', '4', '3']);
	expect(tables(paper)[0]?.rows.at(-1)).toEqual(['', 'Tổng điểm', '100', '99', '98', '']);
	const [signatures] = (paper?.blocks ?? []).flatMap((block) => (block.kind === 'signatures' ? [block] : []));
	expect(signatures?.left).toMatchObject({ name: 'Lâm Quốc Vinh' });
	expect(text(after, 'minutes')).toContain('Chi bộ tự chấm 99/100 điểm, xếp loại Tốt.');
	expect(text(after, 'resolution')).toMatch(
		/IV- TỰ ĐÁNH GIÁ.*\s+Chi bộ tự chấm 99\/100 điểm, xếp loại Tốt\./
	);
	expect(
		paperOf(
			sourceFrom(
				opened()
					.at(60)
					.all(['m01', { type: 'meeting.end' }]),
				{}
			),
			'score'
		)
	).toBeNull();
});

test('[OF1] remarks stand in the groups of the form, under the names of who wrote them', () => {
	const source = sourceFrom(held(), {});
	const said = text(source, 'remarks');
	expect(said).toContain(
		'3. Kỹ năng điều hành của chủ tọa\n\n- Hạn chế: Thời sự dài (đồng chí Lâm Quốc Vinh).'
	);
	expect(said).toContain('Nội dung khác\n\n- Ưu điểm: Màn chiếu rõ (đồng chí Tống Ái Liên).');
	const own = { ...source, remarks: source.remarks.slice(0, 1), reader: 'o1' };
	expect(text(own, 'remarks')).toContain('- Hạn chế: Thời sự dài.');
	expect(text(own, 'remarks').trim().endsWith('Lâm Quốc Vinh')).toBe(true);
	expect(paperOf({ ...source, remarks: [] }, 'remarks')).toBeNull();
});

test('[OF1] the minutes of the debrief are a paper of the committee whose delegation held it', () => {
	const source = sourceFrom(debriefed(), {});
	const said = text(source, 'debrief');
	expect(said).toMatch(/^ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY PHƯỜNG\nSố\s+-BB\/ĐU/);
	expect(said).toContain('- Chủ trì: đồng chí Lâm Quốc Vinh, Phó Bí thư, Đảng ủy phường;');
	expect(said).toContain('- Đồng chí Nguyễn Văn m01, Bí thư chi bộ.');
	expect(said).toContain('Kỹ năng điều hành của chủ tọa\n\n- Hạn chế: Thời sự dài (đồng chí Lâm Quốc Vinh).');
	expect(said).toContain('rút kinh nghiệm buổi sinh hoạt chi bộ điểm ngày 03/11/2026');
	expect(said).toContain('Đồng chí Nguyễn Văn m01: Chuẩn bị kỹ.');
	expect(said).toContain('1. Gửi tài liệu trước hai ngày. Áp dụng cho chi bộ: trường học.');
	expect(said).toContain('Rút gọn thời sự\tNguyễn Văn m03\t01/12/2026');
	expect(said).toContain('CHỦ TRÌ HỘI NGHỊ\nLâm Quốc Vinh');
	expect(paperOf({ ...source, debrief: null }, 'debrief')).toBeNull();
});

test('[OF10] no cell of a spreadsheet begins like a formula', () => {
	const { rows } = sheetOf(sourceFrom(held(), {}), 'tasks');
	expect(rows[0]?.[2]).toBe('\'=HYPERLINK("x")');
	for (const begins of ['=1', '+1', '-1', '@x', ' =1', '\t=1']) expect(harmless(begins)).toBe(`'${begins}`);
	expect(harmless('Nguyễn Văn A')).toBe('Nguyễn Văn A');
});
