import { expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import { factOf, says, sourceFrom, type Written } from '../../../tests/support/record.ts';
import type { Adopted, AdoptedNode, Later } from '../adoption/adopted.ts';
import { factTable, factWords } from '../meeting/fact-words.ts';
import type { Meeting } from '../meeting/state.ts';
import { paperOf } from './papers.ts';
import type { Source } from './source.ts';
import { plainText } from './text.ts';

/** The minutes put to the vote with these words, while item a1 was running. */
function put(played: Played, written: Written, places: readonly string[] = []): Adopted {
	const { meeting } = played;
	const sections = Object.entries(written).map(([id, nodes]) => ({
		id,
		label: null,
		title: null,
		text: '',
		content: nodes.map((node): AdoptedNode => (node.type === 'fact' ? saidNow(meeting, node, places) : node))
	}));
	return {
		vote: 'v1',
		at: played.now,
		putAt: played.now,
		version: { seq: 412, sha256: 'ab'.repeat(32) },
		sections,
		sha256: 'cd'.repeat(32),
		later: []
	};
}

function saidNow(meeting: Meeting, node: AdoptedNode, places: readonly string[]): AdoptedNode {
	const { kind = '', ref = '' } = node.attrs ?? {};
	const words = factWords(meeting, kind, ref);
	const isPlace = words === '' || places.includes(kind);
	return { ...node, said: { words, table: factTable(meeting, kind), isPlace } };
}

const WRITTEN = {
	opening: [factOf('opening', 'opening'), factOf('attendance', 'opening'), says('Đại biểu đến đủ.')],
	a1: [
		factOf('item', 'a1'),
		says('Chi bộ thảo luận kỹ.'),
		{ ...says('Lời ghi.'), type: 'note', attrs: { id: 'n1', author: 'm01' } }
	],
	closing: [factOf('closing', 'closing')]
};

function adopted(later: readonly Later[] = [], now: Written = WRITTEN): Source {
	const played = opened();
	played.at(300);
	const words = { ...put(played, WRITTEN, ['item']), later };
	// Somebody goes after the question was put: the adopted statement of numbers stays what it was.
	played
		.all(['m04', { type: 'attendance.leave' }])
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
	const source = sourceFrom(played, { minutes: now });
	return { ...source, record: { ...source.record, adopted: words } };
}

const text = (source: Source, kind: 'minutes' | 'extract' = 'minutes') => {
	const paper = paperOf(source, kind);
	return paper ? plainText(paper) : '';
};

test('[OF11] [INV-5] the minutes are printed in the adopted words, not as they stand', () => {
	const said = text(adopted([], { ...WRITTEN, a1: [says('Chi bộ nói khác.')] }));
	expect(said).toContain('Chi bộ thảo luận kỹ.');
	expect(said).not.toContain('Chi bộ nói khác.');
	expect(said).toContain('có mặt 5');
	expect(said).not.toContain('về trước khi kết thúc');
	expect(said).not.toContain('Dự thảo');
});

test('[OF11] what was still open then stands in its place as it came out', () => {
	const said = text(adopted());
	expect(said).toMatch(/Thời gian: từ 19 giờ 30 phút đến 19 giờ 40 phút/);
	expect(said).toContain('Biên bản kết thúc vào hồi 19 giờ 40 phút.');
	expect(said.match(/19 giờ 30 phút/g)?.length).toBe(2);
});

test('[OF5] [OF11] who led, wrote and came has its part in the form, each once', () => {
	const said = text(adopted());
	expect(said).toMatch(
		/^Hôm nay, vào hồi 19 giờ 30 phút, ngày 03 tháng 11 năm 2026, tại Nhà văn hóa, .*\.$/m
	);
	expect(said).toContain('- Chủ trì: đồng chí Nguyễn Văn m01;');
	expect(said.match(/Chủ trì: đồng chí/g)).toHaveLength(1);
	expect(said.indexOf('- Chủ trì')).toBeGreaterThan(said.indexOf('I- THÀNH PHẦN'));
	expect(said.indexOf('Đại biểu đến đủ.')).toBeGreaterThan(said.indexOf('- Chủ trì'));
});

test('[OF11] [INV-11] what came after stands at the end of its section and says who, when and why', () => {
	const at = Date.UTC(2026, 10, 3, 12, 37);
	const later: Later[] = [
		{ kind: 'note', section: 'a1', note: 'n2', at, by: 'm02' },
		{ kind: 'correction', note: 'n1', at, by: 'm02', find: 'ghi', replace: 'nói', reason: 'ghi nhầm' }
	];
	const note = { ...says('Kết thúc lúc 21 giờ.'), type: 'note', attrs: { id: 'n2', author: 'm02' } };
	const corrected = { ...says('Lời nói.'), type: 'note', attrs: { id: 'n1', author: 'm01' } };
	const said = text(adopted(later, { ...WRITTEN, a1: [factOf('item', 'a1'), corrected, note] }));
	const lines = [
		'Lời ghi.',
		'Ghi bổ sung sau khi biên bản được đưa ra thông qua (đồng chí Nguyễn Văn m02, 19 giờ 37 phút): Kết thúc lúc 21 giờ.',
		'Đính chính sau khi biên bản được đưa ra thông qua (đồng chí Nguyễn Văn m02, 19 giờ 37 phút): đã ghi “ghi”, nay sửa là “nói”. Lý do: ghi nhầm.'
	].map((line) => said.indexOf(line));
	expect(lines).not.toContain(-1);
	expect([...lines].sort((a, b) => a - b)).toEqual(lines);
});

test('[OF11] minutes that were not adopted say at their head that they are a draft, and so does what is taken from them', () => {
	const played = opened()
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
	const draft = sourceFrom(played, { minutes: WRITTEN });
	for (const kind of ['minutes', 'extract'] as const)
		expect(text(draft, kind)).toContain('(Dự thảo, chưa được thông qua)');
	expect(text(draft)).not.toContain('nhất trí thông qua');
	expect(text(draft)).toMatch(/^Số\s+-BB\/CB$/m);
});

test('[OF11] who waited outside has the public part, which says that it is one', () => {
	const { record, ...rest } = adopted();
	const outside = { ...record, adopted: record.adopted && { ...record.adopted, sections: [], later: [] } };
	expect(text({ ...rest, record: outside })).toContain(
		'(Phần công khai; nội dung họp nội bộ được lưu riêng)'
	);
});

test('[OF12] the block of who signed in the system says so, with office and time; the others leave room for a hand', () => {
	const source = adopted();
	const at = Date.UTC(2026, 10, 3, 12, 50);
	const signatures = [
		{ role: 'chair', person: 'm01', at, confirmed: 'password', vouchedBy: null, reason: null },
		{ role: 'minute-taker', person: 'm03', at, confirmed: 'desk', vouchedBy: 'm02', reason: 'mất máy' }
	] as const;
	const signed = { ...source, record: { ...source.record, signatures } };
	const [minutes] = (paperOf(signed, 'minutes').blocks ?? []).flatMap((block) =>
		block.kind === 'signatures' ? [block] : []
	);
	expect(minutes?.right).toEqual({
		kind: 'signature',
		authority: 'CHỦ TRÌ HỘI NGHỊ',
		position: '',
		signed: ['Bí thư chi bộ đã ký xác nhận trên hệ thống', 'lúc 19 giờ 50 phút, ngày 03 tháng 11 năm 2026'],
		name: 'Nguyễn Văn m01'
	});
	expect(minutes?.left).toMatchObject({
		name: 'Nguyễn Văn m03',
		signed: [
			'Đã ký xác nhận trên hệ thống',
			'lúc 19 giờ 50 phút, ngày 03 tháng 11 năm 2026',
			'(đồng chí Nguyễn Văn m02 xác nhận chữ ký)'
		]
	});
	const resolution = plainText(paperOf(signed, 'resolution'));
	expect(resolution).not.toContain('đã ký');
	expect(text(signed, 'extract')).not.toContain('đã ký');
});

test('[OF13] a paper bears the number that it was given', () => {
	const source = adopted();
	const numbered = { ...source, numbers: { minutes: 'Số 07-BB/CB', resolution: 'Số 05-NQ/CB' } };
	expect(text(numbered)).toMatch(/^Số 07-BB\/CB$/m);
	expect(plainText(paperOf(numbered, 'resolution'))).toMatch(/^Số 05-NQ\/CB$/m);
	expect(plainText(paperOf(numbered, 'agenda'))).toMatch(/^Số\s+-CTr\/CB$/m);
});

test('[OF14] [SE7] a paper of a sealed record shows by what it is compared, and its line as a QR', () => {
	const seal = { number: 3, fingerprint: '0F1E-2D3C-4B5A-6978', line: 'HT1.cell.3.abc.key.sig' };
	const paper = paperOf({ ...adopted(), seal }, 'minutes');
	expect(paper.foot).toBe('Mã niêm phong: 0F1E-2D3C-4B5A-6978');
	expect(paper.blocks.at(-1)).toEqual({
		kind: 'seal',
		line: seal.line,
		lines: [
			'Hồ sơ niêm phong số 3 của Chi bộ Tổ dân phố 2. Mã niêm phong: 0F1E-2D3C-4B5A-6978',
			`Biên bản được thông qua: bản số 412, mã kiểm tra (SHA-256): ${'cd'.repeat(32)}`,
			`Dòng kiểm tra: ${seal.line}`
		]
	});
	expect(paperOf(adopted(), 'minutes').blocks.at(-1)?.kind).toBe('signatures');
	expect(paperOf(adopted(), 'minutes').foot).toBeNull();
});

test('[OF5] what was written in a closed session stands where it was, and only for who may read it', () => {
	const played = opened().at(60);
	played.all(
		['m01', { type: 'closed.begin' }],
		['m01', { type: 'closed.end' }],
		['m01', { type: 'item.start', item: 'a2' }]
	);
	played.at(600).all(['m01', { type: 'meeting.end' }]);
	const source = sourceFrom(played, {
		minutes: { a1: [says('Trước phần kín.')], a2: [says('Sau phần kín.')] }
	});
	const [part] = played.meeting.closed;
	const blocks = [{ id: 'a1', label: '1', title: 'Mục a1', text: '', html: '', content: [says('Lời kín.')] }];
	const document = { seq: 1, sha256: '', state: '', blocks };
	const inside = { ...source.record, closed: part ? [{ ...part, document }] : [] };
	const said = text({ ...source, record: inside });
	const lines = ['Trước phần kín.', 'Phần họp nội bộ (từ 19 giờ 31 phút', 'Lời kín.', 'Sau phần kín.'];
	expect(lines.map((line) => said.indexOf(line))).not.toContain(-1);
	expect([...lines].sort((a, b) => said.indexOf(a) - said.indexOf(b))).toEqual(lines);
	expect(text(source)).not.toContain('Phần họp nội bộ');
});

test('[OF11] an item that nobody came to says so, and when one ran is said once', () => {
	const later: Later[] = [{ kind: 'fact', section: 'a1', fact: 'item', ref: 'a1' }];
	const source = adopted();
	const { record } = source;
	const sections = record.adopted?.sections.filter(({ id }) => id !== 'a1') ?? [];
	const a1 = { id: 'a1', label: null, title: null, text: '', content: [says('Lời ghi.')] };
	const words = record.adopted && { ...record.adopted, sections: [...sections, a1], later };
	const said = text({ ...source, record: { ...record, adopted: words } });
	expect(said.match(/từ 19 giờ 30 phút/gi)).toHaveLength(1);
	expect(said.match(/Nội dung này không tiến hành\./g)).toHaveLength(2);
});
