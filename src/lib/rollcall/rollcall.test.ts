import { describe, expect, test } from 'vitest';
import { checkIn, member, opened, Played, START } from '../../../tests/support/meeting.ts';
import { sitting } from '../meeting/state.ts';
import { attendance, attendanceState, percent } from './attendance.ts';

const selfCheckIn = { type: 'attendance.check-in', method: 'self' } as const;

describe('roll call', () => {
	test('[RC1] members staying elsewhere or suspended cannot check in, exempt ones may', () => {
		const people = [
			member('m01'),
			member('m02', { standing: 'suspended' }),
			member('m03', { standing: 'temporary-elsewhere' }),
			member('m04', { standing: 'exempt' })
		];
		const played = new Played({ people, facilitator: null });
		expect(played.do('m02', selfCheckIn)).toBe('not-summoned');
		expect(played.do('m03', selfCheckIn)).toBe('not-summoned');
		expect(played.do('m04', selfCheckIn)).toEqual(['attendance.checked-in']);
		expect(attendance(sitting(played.meeting))).toMatchObject({
			summoned: 1,
			present: 0,
			voluntary: ['m04'],
			inRoom: 1
		});
	});

	test('[RC2] an observer cannot check in as a member does', () => {
		expect(new Played().do('o1', selfCheckIn)).toBe('observer');
	});

	test('[RC2] at the desk only the desk marks somebody, and both names are kept', () => {
		const played = new Played();
		const desk = { type: 'attendance.check-in', method: 'desk', for: 'm05' } as const;
		expect(played.do('m04', desk)).toBe('not-assistant');
		expect(played.do('m03', desk)).toBe('not-allowed');
		expect(played.do('m02', desk)).toEqual(['attendance.checked-in']);
		expect(played.meeting.rollcall.stays.m05?.[0]).toMatchObject({ method: 'desk', enteredBy: 'm02' });
		expect(played.events.at(-1)).toMatchObject({ by: 'm02', for: 'm05' });
	});

	test('[RC2] who helps a member without a phone checks them in', () => {
		expect(new Played().do('m03', { ...selfCheckIn, for: 'm05' })).toEqual(['attendance.checked-in']);
	});

	test('[RC3] the QR must be the one on the screen', () => {
		const played = new Played();
		expect(played.do('m03', { type: 'attendance.check-in', method: 'qr', code: 'old' })).toBe('wrong-code');
		expect(played.do('m03', { type: 'attendance.check-in', method: 'qr' })).toBe('wrong-code');
		expect(played.do('m03', { type: 'attendance.check-in', method: 'qr', code: 'right' })).toEqual([
			'attendance.checked-in'
		]);
		expect(played.do('m03', selfCheckIn)).toBe('already-present');
	});

	test('[RC4] who leaves may come back', () => {
		const played = opened();
		played.at(600).all(['m03', { type: 'attendance.leave' }]);
		expect(played.do('m03', { type: 'attendance.leave' })).toBe('not-present');
		played.at(900).all(...checkIn('m03'));
		expect(
			played.meeting.rollcall.stays.m03?.map(({ from, to }) => [from - START, to && to - START])
		).toEqual([
			[-58_000, 600_000],
			[900_000, null]
		]);
	});

	test('[RC5] the rate is exact: 96 of 113 shows 85.0 and is below 85', () => {
		const people = Array.from({ length: 113 }, (_, i) => member(`m${i}`));
		const rules = {
			profile: 'x',
			attendance: { operator: '>=', percent: 85, noUnexcused: false },
			minimumMinutes: 90,
			voteBase: 'list'
		} as const;
		const played = new Played({ people, chair: 'm0', facilitator: null, rules });
		played.all(...checkIn(...people.slice(0, 96).map(({ id }) => id)));
		expect(attendance(sitting(played.meeting))).toMatchObject({ ratePercent: 85, meetsRate: false });
		played.all(...checkIn('m96'));
		expect(attendance(sitting(played.meeting))).toMatchObject({ ratePercent: 85.8, meetsRate: true });
	});

	test('[RC5] "above" the mark is not met at the mark', () => {
		const people = Array.from({ length: 20 }, (_, i) => member(`m${i}`));
		const rules = {
			profile: 'hd12-2018',
			attendance: { operator: '>', percent: 85, noUnexcused: false },
			minimumMinutes: 90,
			voteBase: 'list'
		} as const;
		const played = new Played({ people, chair: 'm0', facilitator: null, rules });
		played.all(...checkIn(...people.slice(0, 17).map(({ id }) => id)));
		expect(attendance(sitting(played.meeting))).toMatchObject({ ratePercent: 85, meetsRate: false });
	});

	test('[RC5] who left before the opening was not at the meeting', () => {
		const played = new Played({}, START - 60_000).all(...checkIn('m01', 'm03'), [
			'm03',
			{ type: 'attendance.leave' }
		]);
		played.at(0).all(['m01', { type: 'meeting.open' }]);
		expect(attendance(sitting(played.meeting)).present).toBe(1);
	});

	test('[RC6] late is who was not there at the opening, early who is not there at the end', () => {
		const played = opened();
		played.at(300).all(...checkIn('m05'));
		played.at(3000).all(['m04', { type: 'attendance.leave' }]);
		played.at(5400).all(['m01', { type: 'meeting.end' }]);
		expect(attendance(sitting(played.meeting))).toMatchObject({ late: ['m05'], leftEarly: ['m04'] });
	});

	test('[RC7] only an accepted leave of kind absent excuses', () => {
		const played = new Played({}, START - 60_000);
		const ask = (kind: 'absent' | 'late') =>
			({ type: 'leave.request', kind, reason: { code: 'sick' } }) as const;
		played.all(['m03', ask('absent')], ['m01', { type: 'leave.decide', of: 'm03', accept: true }]);
		played.all(['m04', ask('absent')], ['m01', { type: 'leave.decide', of: 'm04', accept: false }]);
		played.all(['p1', ask('late')], ['m01', { type: 'leave.decide', of: 'p1', accept: true }]);
		expect(played.do('m02', { type: 'leave.decide', of: 'm03', accept: true })).toBe('not-chair');
		played
			.all(...checkIn('m01', 'm02'))
			.at(0)
			.all(['m01', { type: 'meeting.open' }])
			.at(60)
			.all(['m01', { type: 'meeting.end' }]);
		expect(attendance(sitting(played.meeting))).toMatchObject({
			absentExcused: ['m03'],
			absentUnexcused: ['m04', 'm05', 'p1']
		});
	});

	test('[RC8] a member online counts only where the meeting says so', () => {
		const online = { ...selfCheckIn, mode: 'online' } as const;
		const here = (onlineCounts: boolean) => {
			const played = new Played({ onlineCounts }).all(['m03', online]);
			const person = played.meeting.people.m03;
			if (person?.kind !== 'member') throw new Error('m03 is a member');
			return [attendance(sitting(played.meeting)).present, attendanceState(sitting(played.meeting), person)];
		};
		expect(here(false)).toEqual([0, 'present-online']);
		expect(here(true)).toEqual([1, 'present']);
	});

	test('[RC9] a wrong check-in is taken back and the log keeps both', () => {
		const played = opened();
		played.all(['m02', { type: 'attendance.retract', of: 'm04' }]);
		expect(attendance(sitting(played.meeting)).present).toBe(4);
		expect(played.events.filter(({ type }) => type.startsWith('attendance.')).at(-1)).toMatchObject({
			type: 'attendance.retracted',
			member: 'm04'
		});
		played.all(['m03', { type: 'attendance.leave' }], ['m02', { type: 'attendance.retract', of: 'm03' }]);
		expect(played.meeting.rollcall.stays.m03?.at(-1)?.to).toBeNull();
	});

	test('[RC10] the rule is missed when one is absent without reason', () => {
		const played = opened();
		played.all(...checkIn('m05'));
		expect(attendance(sitting(played.meeting))).toMatchObject({ ratePercent: 100, meetsRule: true });
		const people = Array.from({ length: 20 }, (_, i) => member(`m${i}`));
		const other = new Played({ people, chair: 'm0', facilitator: null }).all(
			...checkIn(...people.slice(1).map(({ id }) => id))
		);
		expect(attendance(sitting(other.meeting))).toMatchObject({
			meetsRate: true,
			meetsRule: false,
			absentUnexcused: ['m0']
		});
	});

	test('marking all the rest leaves who is there as they are', () => {
		const played = new Played().all(...checkIn('m03'));
		expect(
			played.do('m02', { type: 'attendance.check-in-all', members: ['m01', 'm03', 'm04', 'm04'] })
		).toEqual(['attendance.checked-in', 'attendance.checked-in']);
		expect(played.meeting.rollcall.stays.m03).toHaveLength(1);
	});

	test('percentages round half up to one decimal and are null over nothing', () => {
		expect([percent(22, 24), percent(1, 8), percent(1, 16), percent(0, 5), percent(1, 0)]).toEqual([
			91.7,
			12.5,
			6.3,
			0,
			null
		]);
	});
});
