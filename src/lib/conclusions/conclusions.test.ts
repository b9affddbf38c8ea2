import { describe, expect, test } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import { factWords } from '../meeting/fact-words.ts';
import type { Command } from '../meeting/contract.ts';

const conclude = (text: string, item = 'a1'): Command => ({ type: 'item.conclude', item, text });
const put: Command = {
	type: 'vote.put',
	ref: 'v1',
	title: 'Thông qua biên bản',
	ballot: 'hands',
	threshold: 'majority',
	subject: { kind: 'minutes' }
};

describe('conclusions', () => {
	test('[CN1] the chair concludes an item that has run, nobody else and no other', () => {
		const played = opened();
		expect(played.do('m02', conclude('Thống nhất'))).toBe('not-chair');
		expect(played.do('m01', conclude('Thống nhất', 'x1'))).toBe('unknown');
		expect(played.do('m01', conclude('Thống nhất', 'a2'))).toBe('not-started');
		expect(played.do('m01', conclude('Thống nhất'))).toEqual(['item.concluded']);
		played.all(['m01', { type: 'item.start', item: 'a2' }]);
		expect(played.do('m01', conclude('Bổ sung'))).toEqual(['item.concluded']);
	});

	test('[CN2] [CN4] a corrected conclusion corrects every mention', () => {
		const played = opened();
		expect(factWords(played.meeting, 'conclusion', 'a1')).toBe('');
		played.all(['m01', conclude('Giao tổ 1 làm trước ngày 10.')]);
		expect(factWords(played.meeting, 'conclusion', 'a1')).toBe(
			'Chủ trì kết luận: Giao tổ 1 làm trước ngày 10.'
		);
		played.all(['m01', conclude('Giao tổ 2 làm trước ngày 10.')]);
		expect(factWords(played.meeting, 'conclusion', 'a1')).toBe(
			'Chủ trì kết luận: Giao tổ 2 làm trước ngày 10.'
		);
	});

	test('[CN3] while the minutes are put to the vote, and once adopted, it stands', () => {
		const played = opened().all(['m01', conclude('Thống nhất')], ['m01', put]);
		expect(played.do('m01', conclude('Khác'))).toBe('minutes-frozen');
		played.all(['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(played.do('m01', conclude('Khác'))).toEqual(['item.concluded']);
	});
});
