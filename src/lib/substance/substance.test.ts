import { expect, test } from 'vitest';
import { repeatedPercent, repeats, speaksOfInspection } from './repetition.ts';
import { hasInspectionItem, partyShare } from './share.ts';

const item = (id: string, code: string | null, minutes: number, state = 'planned') => ({
	id,
	code,
	minutes,
	state
});

test('[SU1] news, delegates and what was added by hand are no Party content; skipped items count nowhere', () => {
	const items = [
		item('a', 'content.news', 10),
		item('b', 'content.review-month', 30),
		item('c', null, 10),
		item('d', 'content.discussion', 30, 'skipped'),
		item('e', 'close.resolution', 10),
		item('f', 'content.delegates', 10)
	];
	expect(partyShare(items, () => false)).toEqual({ minutes: 40, of: 70, percent: 57, isEnough: false });
});

test('[SU1] exactly the mark is enough, and a ceremony is left out of the time', () => {
	const items = [
		item('a', 'content.discussion', 30),
		item('b', null, 20),
		item('c', 'ceremony.admission', 40)
	];
	expect(partyShare(items, (id) => id === 'c')).toMatchObject({ percent: 60, isEnough: true });
	expect(partyShare(items, () => false)).toMatchObject({ percent: 33, isEnough: false });
	expect(partyShare([], () => false)).toEqual({ minutes: 0, of: 0, percent: null, isEnough: false });
});

test('[SU2] inspection has an item and a clause', () => {
	expect(hasInspectionItem([item('a', 'content.inspection', 5)])).toBe(true);
	expect(hasInspectionItem([item('a', 'content.inspection', 5, 'skipped')])).toBe(false);
	expect(speaksOfInspection('Chi ủy KIỂM TRA việc thu đảng phí')).toBe(true);
	expect(speaksOfInspection('Tăng cường giám sát cộng đồng')).toBe(true);
	expect(speaksOfInspection('Vệ sinh ngõ xóm')).toBe(false);
});

const LAST =
	'Trong tháng, đảng viên và nhân dân phấn khởi, tin tưởng vào sự lãnh đạo của Đảng; an ninh trật tự được giữ vững; còn một số hộ chưa phân loại rác tại nguồn.';

test('[SU3] the same text repeats, whatever its marks and stops; another one does not', () => {
	const again = LAST.toUpperCase().replaceAll(';', ',');
	expect(repeatedPercent(again, LAST)).toBe(100);
	expect(repeats(again, LAST)).toBe(true);
	const other =
		'Nhân dân băn khoăn về giá nước sạch; tổ công nghệ số đã hướng dẫn 32 hộ cài ứng dụng; hai hộ đề nghị hỗ trợ sửa nhà trước mùa mưa bão năm nay.';
	expect(repeatedPercent(other, LAST)).toBeLessThan(10);
	expect(repeats(other, LAST)).toBe(false);
});

test('[SU3] a short text repeats by chance and is left alone', () => {
	expect(repeats('Tình hình ổn định.', 'Tình hình ổn định.')).toBe(false);
	expect(repeatedPercent('', LAST)).toBe(0);
});
