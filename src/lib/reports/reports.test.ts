import { describe, expect, test } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import { missing } from './reports.ts';

const ask = (ref: string, organisation: string, reporter?: string) =>
	({ type: 'report.ask', ref, organisation, ...(reporter && { reporter }) }) as const;

describe('reports', () => {
	test('[RP2] one report for each organisation, by a member', () => {
		const played = opened().all(['m01', ask('r1', 'Chi hội Phụ nữ', 'm03')]);
		expect(played.do('m01', ask('r2', 'Chi hội Phụ nữ'))).toBe('already-asked');
		expect(played.do('m01', ask('r1', 'Chi đoàn'))).toBe('id-taken');
		expect(played.do('m01', ask('r2', 'Chi đoàn', 'o1'))).toBe('unknown');
		expect(played.do('m03', ask('r2', 'Chi đoàn'))).toBe('not-allowed');
	});

	test('[RP3] who gives it, or the desk, writes it; until then it is missing', () => {
		const played = opened().all(['m01', ask('r1', 'Chi hội Phụ nữ', 'm03')], ['m01', ask('r2', 'Chi đoàn')]);
		expect(missing(played.meeting.reports)).toHaveLength(2);
		const give = { type: 'report.give', report: 'r1', text: 'Có 12 hội viên tham gia.' } as const;
		expect(played.do('m04', give)).toBe('not-allowed');
		played.all(['m03', give], ['m01', { ...give, report: 'r2', text: 'Ra quân ngày thứ Bảy.' }]);
		expect(missing(played.meeting.reports)).toEqual([]);
		const { givenAt } = played.meeting.reports[0] ?? {};
		played.all(['m01', { ...give, text: 'Có 13 hội viên tham gia.' }]);
		expect(played.meeting.reports[0]).toMatchObject({ text: 'Có 13 hội viên tham gia.', givenAt });
		expect(played.do('m01', { ...give, report: 'r9' })).toBe('unknown');
		played.all(['m02', { type: 'report.drop', report: 'r2' }]);
		expect(played.meeting.reports).toHaveLength(1);
	});
});
