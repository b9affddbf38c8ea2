import { expect, test } from 'vitest';
import { checkIn, member, opened, Played, setup } from '../../../tests/support/meeting.ts';
import { factOf, says, sourceFrom, type Written } from '../../../tests/support/record.ts';
import { GUIDES } from './guides.ts';
import type { Block, Paper } from './layout.ts';
import { paperOf } from './papers.ts';
import { plainText } from './text.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { placeOf } from './words.ts';

function of<Kind extends Block['kind']>(paper: Paper, kind: Kind): Extract<Block, { kind: Kind }>[] {
	return paper.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

const headings = (paper: Paper) => of(paper, 'heading').map(({ text }) => text);
const lines = (paper: Paper) =>
	paper.blocks.flatMap((block) => {
		if (block.kind !== 'paragraph' && block.kind !== 'point') return [];
		const said = block.runs.map(({ text }) => text).join('');
		return [block.kind === 'point' ? `${block.label} ${said}` : said];
	});

function ended(made: Parameters<typeof opened>[0] = {}): Played {
	return opened(made)
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
}

function adopted(): Played {
	const played = opened().all(['m01', { type: 'minutes.appoint', to: 'm03' }]);
	played.all(
		[
			'm01',
			{
				type: 'vote.put',
				ref: 'v1',
				title: 'Thông qua Nghị quyết',
				ballot: 'hands',
				threshold: 'majority',
				subject: { kind: 'resolution' }
			}
		],
		['m01', { type: 'vote.open', vote: 'v1' }],
		['m01', { type: 'hands.count', vote: 'v1', counts: { for: 3, against: 0, abstain: 1 } }],
		['m01', { type: 'vote.close', vote: 'v1' }],
		['m01', { type: 'vote.reserve', vote: 'v1', text: 'Cần thêm kinh phí.', for: 'm03' }]
	);
	return played.at(600).all(['m01', { type: 'meeting.end' }]);
}

test('[OF3] days below 10 and the months 1 and 2 take a zero', () => {
	const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`);
	expect(dayInWords(noon('2026-11-03'))).toBe('ngày 03 tháng 11 năm 2026');
	expect(dayInWords(noon('2026-02-10'))).toBe('ngày 10 tháng 02 năm 2026');
	expect(dayInWords(noon('2026-03-31'))).toBe('ngày 31 tháng 3 năm 2026');
	expect(dayInWords(Date.parse('2026-12-31T17:30:00Z'))).toBe('ngày 01 tháng 01 năm 2027');
});

test('[OF2] the head of a resolution has number, place and date; that of minutes no date', () => {
	const cell = { id: 'cell', name: 'Chi bộ Tổ dân phố Bình Minh 2', upper: 'Đảng ủy phường Kim Thạch' };
	const source = sourceFrom(ended({ cell }), {}, { numbers: { resolution: 'Số 05-NQ/CB' } });
	expect(of(paperOf(source, 'resolution'), 'head')).toEqual([
		{
			kind: 'head',
			upper: 'ĐẢNG BỘ PHƯỜNG KIM THẠCH',
			body: ['CHI BỘ TỔ DÂN PHỐ', 'BÌNH MINH 2'],
			number: 'Số 05-NQ/CB',
			placeDate: 'Kim Thạch, ngày 03 tháng 11 năm 2026'
		}
	]);
	const [head] = of(paperOf(source, 'minutes'), 'head');
	expect(head?.number).toMatch(/^Số\s+-BB\/CB$/);
	expect(head?.placeDate).toBe('');
	expect(plainText(paperOf(source, 'minutes'))).not.toMatch(/CỘNG HÒA|Độc lập/i);
	expect(placeOf('Đảng bộ xã Tân Lập')).toBe('Tân Lập');
});

test('[OF4] the secretary signs for the cell or for its committee, in their place the deputy who chaired', () => {
	const sign = (source: Parameters<typeof paperOf>[0]) =>
		of(paperOf(source, 'resolution'), 'signatures')[0]?.right;
	const played = ended();
	expect(sign(sourceFrom(played, {}))).toEqual({
		kind: 'signature',
		authority: 'T/M CHI BỘ',
		position: 'BÍ THƯ',
		signed: [],
		name: 'Nguyễn Văn m01'
	});
	expect(sign(sourceFrom(played, {}, { onBehalfOf: 'committee' }))?.authority).toBe('T/M CHI ỦY');
	const people = [
		...setup().people.filter(({ id }) => id !== 'm02'),
		member('m02', { office: 'deputy_secretary' })
	];
	const led = new Played({ chair: 'm02', facilitator: null, people })
		.all(...checkIn('m02'), ['m02', { type: 'meeting.open' }])
		.at(600)
		.all(['m02', { type: 'meeting.end' }]);
	const byDeputy = sourceFrom(led, {}, { onBehalfOf: 'committee' });
	expect(sign(byDeputy)).toEqual({
		kind: 'signature',
		authority: 'T/M CHI ỦY',
		position: 'PHÓ BÍ THƯ',
		signed: [],
		name: 'Nguyễn Văn m02'
	});
});

test('[OF1] [OF4] recipients end with the cell’s own files; minutes are signed by taker and chair', () => {
	const source = sourceFrom(adopted(), {});
	const [resolution] = of(paperOf(source, 'resolution'), 'signatures');
	expect(resolution?.left).toMatchObject({ kind: 'recipients', heading: 'Nơi nhận:' });
	expect(resolution?.left?.kind === 'recipients' && resolution.left.lines.at(-1)).toBe('Lưu Chi bộ.');
	expect(of(paperOf(source, 'minutes'), 'signatures')).toEqual([
		{
			kind: 'signatures',
			left: {
				kind: 'signature',
				authority: 'NGƯỜI GHI BIÊN BẢN',
				position: '',
				signed: [],
				name: 'Nguyễn Văn m03'
			},
			right: {
				kind: 'signature',
				authority: 'CHỦ TRÌ HỘI NGHỊ',
				position: '',
				signed: [],
				name: 'Nguyễn Văn m01'
			}
		}
	]);
});

test('[OF5] the minutes hold every written word once, and the parts of the form in their order', () => {
	const written = {
		opening: [says('Hôm nay họp.'), factOf('attendance', 'opening'), says('Đại biểu đến đủ.')],
		a1: [says('Chủ trì nêu lý do.'), factOf('vote', 'v1')],
		a2: [{ ...says('Ý kiến một.\nÝ kiến hai.'), type: 'note', attrs: { id: 'n1', author: 'm03' } }],
		closing: [says('Biên bản đã đọc.')]
	};
	const paper = paperOf(sourceFrom(adopted(), { minutes: written }), 'minutes');
	expect(headings(paper).filter((text) => /^[IVX]+-/.test(text))).toEqual([
		'I- THÀNH PHẦN THAM DỰ',
		'II- NỘI DUNG SINH HOẠT',
		'III- DIỄN BIẾN',
		'IV- BIỂU QUYẾT',
		'V- KẾT LUẬN CỦA CHỦ TRÌ; PHÂN CÔNG NHIỆM VỤ',
		'VI- KẾT QUẢ TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT'
	]);
	const said = lines(paper);
	for (const text of [
		'Hôm nay họp.',
		'Đại biểu đến đủ.',
		'Chủ trì nêu lý do.',
		'Ý kiến một.',
		'Biên bản đã đọc.'
	])
		expect(
			said.filter((line) => line === text),
			text
		).toHaveLength(1);
	expect(said.indexOf('Ý kiến hai.')).toBe(said.indexOf('Ý kiến một.') + 1);
	expect(said.filter((line) => line.startsWith('Tổng số đảng viên 6 đồng chí'))).toHaveLength(1);
	expect(said).toContain('Biên bản kết thúc vào hồi 19 giờ 40 phút.');
	const [votes] = of(paper, 'table');
	expect(votes?.rows).toEqual([
		['1', 'Thông qua Nghị quyết', 'Giơ tay', '5', '3 (60%)', '0', '1', 'Được thông qua']
	]);
	expect(said).toContain(
		'Đồng chí Nguyễn Văn m03 bảo lưu ý kiến về “Thông qua Nghị quyết”: “Cần thêm kinh phí”.'
	);
});

test('[OF6] a clause stands under its label, below the headings of the levels above', () => {
	const clauses = ['I.1', 'I.2', 'II.2.d', 'II.2.đ', 'III', 'IV'].map((label, index) => ({
		id: `c${index}`,
		label,
		fillAfterVote: false
	}));
	const written = {
		title: [says('về nhiệm vụ tháng 11')],
		c0: [says('Một.')],
		c1: [says('Hai.')],
		c2: [says('Việc d.')],
		c3: [says('Việc đ.')],
		c4: [says('Tổ chức thực hiện')],
		c5: [says(`Tự đánh giá ${'rất dài '.repeat(20)}.`)]
	};
	const paper = paperOf(sourceFrom(ended({ clauses }), { resolution: written }), 'resolution');
	expect(of(paper, 'title')).toEqual([
		{
			kind: 'title',
			name: 'NGHỊ QUYẾT',
			subject: ['về nhiệm vụ tháng 11'],
			mark: '(Dự thảo, chưa được thông qua)'
		}
	]);
	const shape = paper.blocks.slice(5, -1).map((block) => {
		if (block.kind === 'heading') return block.text;
		return block.kind === 'point' ? block.label : block.kind;
	});
	expect(shape).toEqual([
		'I- ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG TRƯỚC',
		'1.',
		'2.',
		'II- PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG TỚI',
		'2. Nhiệm vụ cụ thể',
		'd)',
		'đ)',
		'III- TỔ CHỨC THỰC HIỆN',
		'IV- TỰ ĐÁNH GIÁ CHẤT LƯỢNG KỲ SINH HOẠT',
		'paragraph'
	]);
});

test('[OF6] an adopted resolution says when and with how many votes, and is no draft', () => {
	const paper = paperOf(sourceFrom(adopted(), {}), 'resolution');
	expect(of(paper, 'title')[0]?.mark).toBe('');
	expect(lines(paper).at(-1)).toBe(
		'Nghị quyết này được chi bộ thảo luận và biểu quyết thông qua ngày 03 tháng 11 năm 2026, với 3/5 đồng chí tán thành, đạt 60%.'
	);
});

test('[OF5] last month’s tasks are a table where their place in the text is', () => {
	const previousTasks = [
		{
			id: 'p1',
			task: 'Vận động phân loại rác.',
			owner: 'm03',
			stateAtStart: 'Đang làm',
			result: 'Đạt 62%',
			status: 'in-progress' as const,
			percent: 88.6,
			group: null,
			deadline: null,
			cause: ''
		}
	];
	const source = sourceFrom(ended({ previousTasks }), { minutes: { a2: [factOf('previous-tasks', 'all')] } });
	const [table] = of(paperOf(source, 'minutes'), 'table');
	expect(table?.rows[0]?.slice(0, 4)).toEqual(['1', 'Vận động phân loại rác', 'Nguyễn Văn m03', 'Đang làm']);
});

test('[OF5] [S2-6] the resolution has the table of the former tasks once, in its own place or in that of the form', () => {
	const clauses = ['I.3', 'II.1'].map((label, index) => ({ id: `c${index}`, label, fillAfterVote: false }));
	const task = {
		id: 'p1',
		task: 'Vận động phân loại rác.',
		owner: 'm03',
		stateAtStart: 'Đang làm',
		result: 'Đạt 62%',
		status: 'in-progress' as const,
		percent: 88.6,
		group: null,
		deadline: null,
		cause: ''
	};
	const kinds = (written: Written, previousTasks = [task]) =>
		paperOf(sourceFrom(ended({ clauses, previousTasks }), { resolution: written }), 'resolution')
			.blocks.slice(5, -1)
			.map(({ kind }) => kind);
	const words = { c0: [says('Kết quả.')], c1: [says('Việc mới.')] };
	const plain = ['heading', 'point', 'heading', 'point'];
	expect(kinds(words, [])).toEqual(plain);
	expect(kinds(words)).toEqual(['heading', 'point', 'table', 'heading', 'point']);
	const placed = { ...words, c1: [says('Việc mới.'), factOf('previous-tasks', 'all')] };
	expect(kinds(placed).filter((kind) => kind === 'table')).toHaveLength(1);
	expect(kinds(placed).at(-1)).toBe('table');
});

test('[OF1] a thematic meeting has the parts of its own form; each guide its own measures', () => {
	const source = sourceFrom(ended({ type: 'thematic', topic: 'Học tập và làm theo Bác' }), {});
	const paper = paperOf(source, 'minutes');
	expect(of(paper, 'title')[0]?.subject[0]).toBe(
		'sinh hoạt chuyên đề quý 4 năm 2026: Học tập và làm theo Bác'
	);
	expect(headings(paper)).toContain('II- MỤC ĐÍCH, YÊU CẦU CỦA CHUYÊN ĐỀ');
	expect(GUIDES.map(({ id }) => id)).toEqual(['hd05-2026', 'hd36-2018']);
	for (const guide of GUIDES) expect(paperOf({ ...source, guide }, 'minutes').guide).toEqual(guide);
});
