import { describe, expect, test } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';

const bring = (lines: string[], member?: string) =>
	({ type: 'commitment.bring', year: 2026, lines, ...(member && { for: member }) }) as const;
const review = (member: string, line = 0) =>
	({ type: 'commitment.review', member, line, mark: 'kept' }) as const;

describe('commitments', () => {
	test('[CM1] brought by the member or by the desk for them; bringing it again begins anew', () => {
		const played = opened().all(['m03', bring(['Học chuyên đề', 'Giúp hai hộ'])], ['m01', review('m03', 1)]);
		expect(played.meeting.commitments.m03?.lines[1]?.review?.mark).toBe('kept');
		played.all(['m02', bring(['Gương mẫu'], 'm03')]);
		expect(played.meeting.commitments.m03).toEqual({
			year: 2026,
			lines: [{ text: 'Gương mẫu', review: null, earlier: null }]
		});
		expect(played.do('m04', bring(['x'], 'm03'))).toBe('not-assistant');
	});

	test('[CM2] the member reviews their own, committee and desk everybody’s; a stranger learns nothing', () => {
		const played = opened().all(['m03', bring(['Học chuyên đề'])], ['m03', review('m03')]);
		expect(played.do('m04', review('m03'))).toBe('unknown');
		expect(played.do('m04', review('m05'))).toBe('unknown');
		expect(played.do('m01', review('m03', 5))).toBe('unknown');
		played.all(['m01', { ...review('m03'), mark: 'partly', note: 'thiếu hai buổi' }]);
		expect(played.meeting.commitments.m03?.lines[0]?.review).toEqual({
			mark: 'partly',
			note: 'thiếu hai buổi',
			by: 'm01'
		});
	});

	test('[CM3] only the member and who leads are told', () => {
		const played = opened().all(['m03', bring(['Học chuyên đề'])], ['m01', review('m03')]);
		const told = played.events.filter(({ type }) => type.startsWith('commitment.'));
		expect(told).toHaveLength(2);
		for (const event of told) {
			expect(isForEverybody(event, played.meeting)).toBe(false);
			const seenBy = (person: string | null) => shown(event, { person, device: '' }, played.meeting).type;
			expect(seenBy('m03')).toBe(event.type);
			expect(seenBy('m01')).toBe(event.type);
			for (const stranger of ['m04', 'p1', 'o1', null]) expect(seenBy(stranger)).toBe('hidden');
		}
	});
});
