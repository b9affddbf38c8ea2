import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../server/meetings/frames.ts';
import { figuresOf } from '../../../tests/support/figures.ts';
import { observer, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command, Setup } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { factTable, factWords } from '../meeting/fact-words.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Frame, Points } from './contract.ts';
import { criteria, highest } from './frame.ts';
import { judge, mean } from './judge.ts';
import { propose, type Finding, type Findings } from './proposal.ts';

function frame(id: string, overlay?: string): Frame {
	const found = frameOf(id, overlay);
	if (!found) throw new Error(`no frame ${id}`);
	return found;
}

const HD42 = frame('criteria-hd42-2025');
const AN_PHU = frame('criteria-an-phu-2025');
const FULL: Points = { c1: 5, c2: 5, c3_1: 5, c3_2: 5, c4_1: 5, c4_2: 25, c4_3: 10, c5: 5, c6: 30, c7: 5 };

const rules: Setup['rules'] = { ...setup().rules, scoring: HD42 };
const submit = (points: Points = FULL, note?: string): Command => ({
	type: 'score.submit',
	points,
	...(note && { note })
});

const WARD = 'Đoàn phường';
const people: Setup['people'] = [
	...setup().people.filter(({ kind }) => kind === 'member'),
	observer('o1', { delegation: WARD, rank: 'delegation_head', supervises: true }),
	observer('o2', { delegation: WARD }),
	observer('o3', { delegation: 'Đoàn thành phố', rank: 'delegation_head' }),
	observer('o4'),
	observer('o5')
];
const held = () =>
	opened({ rules, people }).all(...['o2', 'o3', 'o4'].map((id) => [id, { type: 'observer.join' }] as const));

function seenBy({ events, meeting }: Played, person: string | null): Meeting {
	const seen = events.map((event) => shown(event, { person, device: 'd' }, meeting));
	const folded = seen.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!folded) throw new Error('nothing happened');
	return folded;
}

describe('the frame', () => {
	test('[SC1] every frame of the domain is read whole, and the meeting carries its own', () => {
		const items = (of: Frame) => criteria(of, true).length;
		expect(['criteria-hd12-2018', 'criteria-phu-tho-khoi'].map((id) => items(frame(id)))).toEqual([12, 4]);
		expect([items(HD42), items(AN_PHU)]).toEqual([10, 28]);
		expect([HD42, AN_PHU].map((each) => highest(criteria(each, true)))).toEqual([100, 100]);
		expect(frameOf('criteria-nowhere')).toBeNull();
		expect(frameOf('criteria-hd42-2025', 'criteria-nowhere')).toBeNull();
		expect(held().meeting.setup.rules.scoring).toEqual(HD42);
	});

	test('[SC2] a sheet gives every item its points, in tenths up to the maximum, and nothing else', () => {
		const is = (change: Record<string, number | undefined>) => {
			const points = Object.fromEntries(
				Object.entries({ ...FULL, ...change }).filter(([, n]) => n !== undefined)
			);
			return judge(HD42, false, points as Points) !== null;
		};
		expect(is({})).toBe(true);
		expect(is({ c6: 0 })).toBe(true);
		expect(is({ c6: 28.8 })).toBe(true);
		expect(is({ c6: 28.85 })).toBe(false);
		expect(is({ c6: 30.1 })).toBe(false);
		expect(is({ c6: -0.1 })).toBe(false);
		expect(is({ c6: Infinity })).toBe(false);
		expect(is({ c6: undefined })).toBe(false);
		expect(is({ c8: 1 })).toBe(false);
		expect(judge(frame('criteria-hd12-2018'), false, { h1_1: 1 })).toBeNull();
	});

	test('[SC2] an item with options gets one of them', () => {
		const item = criteria(AN_PHU, false);
		const points = (g2_1: number) =>
			Object.fromEntries(
				item.map(({ code, maxPoints }) => [code, code === 'g2_1' ? g2_1 : (maxPoints ?? 0)])
			);
		expect(judge(AN_PHU, false, points(3))?.total).toBe(94);
		expect(judge(AN_PHU, false, points(3.5))).toBeNull();
		expect(judge(AN_PHU, false, points(0))).toBeNull();
	});

	test('[SC3] what hangs on a thematic part is scored in thematic and combined meetings only', () => {
		const whole = Object.fromEntries(
			criteria(AN_PHU, true).map(({ code, maxPoints }) => [code, maxPoints ?? 0])
		);
		const { g4_3, ...regular } = whole;
		expect(g4_3).toBe(5);
		expect(judge(AN_PHU, true, whole)?.total).toBe(100);
		expect(judge(AN_PHU, false, regular)?.total).toBe(95);
		expect(judge(AN_PHU, false, whole)).toBeNull();
		expect(judge(AN_PHU, true, regular)).toBeNull();
		for (const [type, answer] of [
			['thematic', 'invalid-score'],
			['combined', 'invalid-score'],
			['regular', ['score.submitted']]
		] as const)
			expect(opened({ type, rules: { ...rules, scoring: AN_PHU } }).do('m01', submit(regular))).toEqual(
				answer
			);
	});

	test('[SC4] the total is exact, and the grade the first that it reaches', () => {
		const grade = (change: Points) => judge(HD42, false, { ...FULL, ...change });
		expect(grade({ c6: 20 })).toEqual({ total: 90, grade: 'good' });
		expect(grade({ c6: 19.9 })).toEqual({ total: 89.9, grade: 'fair' });
		expect(grade({ c6: 0 })).toEqual({ total: 70, grade: 'fair' });
		expect(grade({ c6: 0, c1: 4.9 })).toEqual({ total: 69.9, grade: 'average' });
		expect(grade({ c6: 0, c4_2: 4.9 })).toEqual({ total: 49.9, grade: 'poor' });
		const tenths = {
			c1: 0.1,
			c2: 0.2,
			c3_1: 0.1,
			c3_2: 0.7,
			c4_1: 0.1,
			c4_2: 0.1,
			c4_3: 0.1,
			c5: 0.1,
			c6: 0.1
		};
		expect(judge(HD42, false, { ...tenths, c7: 0.1 })?.total).toBe(1.7);
	});

	test('[SC4] an overlay turns the grade where an item that it names is below its maximum', () => {
		const over = frame('criteria-hd42-2025', 'criteria-binh-thuan-overlay');
		const grade = (change: Points) => judge(over, false, { ...FULL, ...change })?.grade;
		expect(grade({ c6: 21 })).toBe('good');
		for (const code of ['c1', 'c2', 'c7']) expect(grade({ [code]: 4.9 })).toBe('fair');
		expect(grade({ c4_2: 24.9 })).toBe('fair');
		expect(grade({ c5: 4.9 })).toBe('good');
		expect(grade({ c2: 4.9, c6: 0 })).toBe('average');
	});
});

describe('who scores', () => {
	test('[SC5] the chair, for the cell, while the meeting runs', () => {
		const played = new Played({ rules, people }, START - 60_000);
		expect(played.do('m01', submit())).toBe('wrong-phase');
		const running = held();
		expect(running.do('m02', submit())).toBe('not-allowed');
		expect(running.do('m03', submit())).toBe('not-allowed');
		expect(running.do('m01', submit({ c1: 5 }))).toBe('invalid-score');
		running.all(['m01', submit({ ...FULL, c6: 27, c4_2: 23, c4_3: 9 }, 'Tạm tính c7')]);
		expect(running.meeting.scores.self).toMatchObject({ total: 94, grade: 'good', note: 'Tạm tính c7' });
		running.all(['m01', { type: 'meeting.end' }]);
		expect(running.do('m01', submit())).toBe('wrong-phase');
		expect(running.do('m03', submit())).toBe('wrong-phase');
	});

	test('[SC5] its words in the minutes are those of the score that stands', () => {
		const played = held();
		expect(factWords(played.meeting, 'score', 'self')).toBe('');
		played.all(['m01', submit({ ...FULL, c6: 18.5 })], ['o1', submit()]);
		const lines = factWords(played.meeting, 'score', 'self').split('\n');
		expect(lines[0]).toBe('Chi bộ tự chấm 88,5/100 điểm, xếp loại Khá.');
		expect(lines.find((line) => line.includes('Kết quả thực hiện'))).toMatch(/: 18,5\/30 điểm\.$/);
		const table = factTable(played.meeting, 'score');
		expect(table?.rows).toHaveLength(lines.length - 1);
		expect(table?.rows[0]?.slice(2)).toEqual(['5', '5']);
	});

	test('[SC5] without a frame nobody does', () => {
		expect(opened().do('m01', submit())).toBe('invalid-score');
	});

	test('[SC6] observers who ever joined, also after the end; the last sheet counts', () => {
		const played = held();
		expect(played.do('o5', submit())).toBe('not-present');
		expect(played.do('o5', submit({}))).toBe('invalid-score');
		played.all(
			['o2', submit({ ...FULL, c6: 10 })],
			['o2', { type: 'observer.leave' }],
			['m01', { type: 'meeting.end' }],
			['o2', submit({ ...FULL, c6: 18 })]
		);
		expect(played.meeting.scores.observers).toMatchObject({ o2: { total: 88, grade: 'fair' } });
		expect(played.meeting.scores.self).toBeNull();
	});

	test('[SC7] an observer’s sheet is read by its author and by who appraises, by all once the debrief is closed', () => {
		const played = held().all(...['o1', 'o2', 'o3', 'o4'].map((id) => [id, submit()] as const), [
			'm01',
			submit()
		]);
		const reads = (person: string | null) => Object.keys(seenBy(played, person).scores.observers);
		expect(reads('o1')).toEqual(['o1', 'o2', 'o4']);
		expect(reads('o2')).toEqual(['o2']);
		expect(reads('o3')).toEqual(['o3', 'o4']);
		for (const person of ['m01', 'm03', null]) expect(reads(person)).toEqual([]);
		expect(seenBy(played, 'm03').scores.self?.total).toBe(100);
		played.all(['m01', { type: 'meeting.end' }], ['o1', { type: 'debrief.open' }]);
		expect(reads('m01')).toEqual([]);
		played.all(['o1', { type: 'debrief.close' }]);
		expect([reads('m01'), reads('m03'), reads(null)]).toEqual([
			['o1', 'o2', 'o3', 'o4'],
			['o1', 'o2', 'o3', 'o4'],
			[]
		]);
	});

	test('[SC8] the first in the list who supervises and scored confirms; the average counts every observer', () => {
		const second = people.map((person) => (person.id === 'o2' ? { ...person, supervises: true } : person));
		const played = opened({ rules, people: second as Setup['people'] }).all(
			['o2', { type: 'observer.join' }],
			['o2', submit({ ...FULL, c6: 18 })]
		);
		expect(figuresOf(played).scores).toEqual({
			self: null,
			observers: { o2: { total: 88, grade: 'fair' } },
			supervisor: { by: 'o2', total: 88, grade: 'fair' },
			observerAverage: 88
		});
		played.all(['o1', submit({ ...FULL, c6: 20.1 })]);
		expect(figuresOf(played).scores).toMatchObject({
			supervisor: { by: 'o1', total: 90.1, grade: 'good' },
			observerAverage: 89.1
		});
		expect(figuresOf(opened()).scores).toEqual({
			self: null,
			observers: {},
			supervisor: null,
			observerAverage: null
		});
	});

	test('[SC12] the mean is rounded half up from whole tenths', () => {
		expect(mean([])).toBeNull();
		expect(mean([94, 91, 88, 89, 91])).toBe(90.6);
		expect(mean([90, 90.1])).toBe(90.1);
		expect(mean([90, 90, 90.1])).toBe(90);
	});
});

describe('proposals', () => {
	const finding = (state: Finding['state'], share: Finding['share'] = null): Finding => ({
		state,
		share,
		figures: []
	});
	const item = (of: Frame, code: string) => {
		const found = criteria(of, true).find((each) => each.code === code);
		if (!found) throw new Error(code);
		return found;
	};
	const proposed = (of: Frame, code: string, findings: Partial<Findings>) =>
		propose(item(of, code), findings as Findings);

	test('[SC10] the maximum where everything holds, else in proportion, each finding alike', () => {
		const c2 = (rate: Finding, unexcused: Finding) => proposed(HD42, 'c2', { rate, unexcused }).points;
		expect(c2(finding('met'), finding('met'))).toBe(5);
		expect(c2(finding('met'), finding('unmet'))).toBe(2.5);
		expect(c2(finding('part', [20, 24]), finding('met'))).toBe(4.6);
		expect(proposed(HD42, 'c6', { 'previous-tasks': finding('part', [9600, 10000]) }).points).toBe(28.8);
	});

	test('[SC10] with options the first that the figures reach', () => {
		const rate = (part: number, whole: number, unexcused: Finding['state'] = 'met') =>
			proposed(AN_PHU, 'g2_1', { rate: finding('part', [part, whole]), unexcused: finding(unexcused) })
				.points;
		expect([rate(9, 10), rate(89, 100), rate(3, 4), rate(65, 100), rate(64, 100)]).toEqual([4, 3, 3, 2, 1]);
		expect(rate(10, 10, 'unmet')).toBe(1);
		const lasted = (minutes: number) =>
			proposed(AN_PHU, 'g1_1', {
				duration: { ...finding('part', [minutes, 90]), minutesShort: Math.max(0, 90 - minutes) }
			}).points;
		expect([100, 90, 89, 75, 74, 60, 59, 45, 44].map(lasted)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1]);
	});

	test('[SC10] what is worth more than itself is so in proportion, and is measured exactly for an option', () => {
		const spoke: Finding = { state: 'part', share: [9, 20], worth: [18, 20], figures: [] };
		expect(proposed(AN_PHU, 'g4_5', { speakers: spoke }).points).toBe(4);
		const others = { 'members-reviewed': finding('met'), 'self-criticism': finding('met') };
		expect(proposed(HD42, 'c4_2', { speakers: spoke, ...others }).points).toBe(24.2);
	});

	test('[SC9] where people must judge there is no proposal', () => {
		expect(proposed(HD42, 'c5', {})).toEqual({ points: null, isProvisional: false });
		expect(proposed(AN_PHU, 'g2_2', { 'excused-in-a-row': finding('unknown') }).points).toBeNull();
	});

	test('[SC11] what can be known only later is proposed as if it held, and said to be provisional', () => {
		const later = { 'minutes-approved': finding('met'), 'posted-after': finding('later') };
		expect(proposed(HD42, 'c7', later)).toEqual({ points: 5, isProvisional: true });
	});
});
