import { describe, expect, test } from 'vitest';
import { checkIn, member, opened, setup, type Played } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { factWords } from '../meeting/fact-words.ts';
import { shown } from '../meeting/shown.ts';
import { house } from '../meeting/state.ts';
import { documentRight } from '../people/may.ts';
import type { Ballot, Choice, Subject } from './contract.ts';
import { needed } from './counting.ts';
import { canPass } from './vote.ts';

type Put = Extract<Command, { type: 'vote.put' }>;

const put = (ballot: Ballot, change: Partial<Put> = {}): readonly ['m01', Put] => [
	'm01',
	{
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua',
		ballot,
		threshold: 'majority',
		subject: { kind: 'other' },
		...change
	}
];
const open = ['m01', { type: 'vote.open', vote: 'v1' }] as const;
const close = ['m01', { type: 'vote.close', vote: 'v1' }] as const;
const cast = (choice: Choice, onBehalfOf?: string): Command => ({
	type: 'ballot.cast',
	vote: 'v1',
	choice,
	...(onBehalfOf && { for: onBehalfOf })
});
const hands = (agree: number, against = 0, group?: string): Command => ({
	type: 'hands.count',
	vote: 'v1',
	counts: { for: agree, against, abstain: 0 },
	...(group && { group })
});
const about = (kind: Subject['kind']) => ({ subject: { kind } });

/** A question that is open, with m01 to m04 on the roll. */
function asked(ballot: Ballot, change: Partial<Put> = {}): Played {
	return opened().all(put(ballot, change), open);
}

describe('the question', () => {
	test('[VO1] one at a time, and the meeting does not end over it', () => {
		const played = opened().all(put('open'));
		expect(played.do(...put('open', { ref: 'v2' }))).toBe('vote-already-open');
		expect(played.do('m01', { type: 'meeting.end' })).toBe('vote-already-open');
		played.all(['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(played.do(...put('open', { ref: 'v2' }))).toEqual(['vote.put']);
	});

	test('[VO1] nobody votes before it is opened, nor after it is closed', () => {
		const played = opened().all(put('open'));
		expect(played.do('m03', cast('for'))).toBe('vote-not-open');
		played.all(open, ['m04', cast('for')], close);
		expect(played.do('m03', cast('for'))).toBe('vote-not-open');
		expect(played.do(...open)).toBe('vote-not-open');
		expect(played.do(...close)).toBe('vote-not-open');
	});

	test('[VO6][VO7] the text is frozen from put, and for good once adopted', () => {
		const played = opened();
		const edit = { type: 'text.edit', clause: 'c1', find: 'một', replace: 'mốt' } as const;
		expect(played.do('m02', edit)).toEqual(['text.edited']);
		played.all(put('hands', about('resolution')));
		expect(played.meeting.votes[0]?.version).toEqual({ document: 'resolution', seq: 7, sha256: 'abc' });
		expect(played.do('m02', edit)).toBe('text-frozen');
		expect(documentRight(house(played.meeting), 'm02', 'resolution')).toBe('read');
		played.all(open, ['m02', hands(2, 2)], close);
		expect(played.do('m02', edit)).toEqual(['text.edited']);
		played.all(
			put('hands', { ...about('resolution'), ref: 'v2' }),
			['m01', { type: 'vote.open', vote: 'v2' }],
			['m02', { ...hands(4), vote: 'v2' } as Command],
			['m01', { type: 'vote.close', vote: 'v2' }]
		);
		expect(played.do('m02', edit)).toBe('text-frozen');
		expect(played.do(...put('open', { ...about('amendment'), ref: 'v3' }))).toBe('text-frozen');
	});

	test('[VO6] a question on an amendment freezes the draft, any other does not', () => {
		const edit = { type: 'text.edit', clause: 'c1', find: 'một', replace: 'mốt' } as const;
		const amendment = {
			type: 'amendment.propose',
			ref: 'x1',
			kind: 'append',
			clause: 'c1',
			text: 'thêm'
		} as const;
		const frozenBy = (kind: Subject['kind']) =>
			opened()
				.all(['m03', amendment], put('open', { subject: { kind, ref: 'x1' } }))
				.do('m02', edit);
		expect(frozenBy('amendment')).toBe('text-frozen');
		expect(frozenBy('minutes')).toEqual(['text.edited']);
		expect(frozenBy('person')).toEqual(['text.edited']);
	});
});

describe('base, roll and threshold', () => {
	test('[VO2][VO3] are of the instant of opening', () => {
		const people = [
			...setup().people,
			member('e1', { standing: 'exempt' }),
			member('e2', { standing: 'exempt' }),
			member('s1', { standing: 'suspended' })
		];
		const played = opened({ people })
			.all(...checkIn('e1'))
			.all(put('open'), open)
			.all(...checkIn('m05', 'e2'));
		expect(played.meeting.votes[0]).toMatchObject({
			base: ['m01', 'm02', 'm03', 'm04', 'm05', 'e1'],
			roll: ['m01', 'm02', 'm03', 'm04', 'e1'],
			needed: 4
		});
	});

	test('[VO2] under list-minus-excused the excused who never came are left out', () => {
		const rules = { ...setup().rules, voteBase: 'list-minus-excused' } as const;
		const played = opened({ rules });
		played.all(
			['m02', { type: 'leave.request', for: 'm05', kind: 'absent', reason: { code: 'sick' } }],
			['m01', { type: 'leave.decide', of: 'm05', accept: true }]
		);
		played.all(put('open'), open);
		expect(played.meeting.votes[0]).toMatchObject({ base: ['m01', 'm02', 'm03', 'm04'], needed: 3 });
	});

	test('[VO4] exactly half fails; two thirds round up', () => {
		expect([1, 2, 3, 4, 22, 23].map((base) => needed(base, 'majority'))).toEqual([1, 2, 2, 3, 12, 12]);
		expect([1, 2, 3, 4, 22, 24].map((base) => needed(base, 'two-thirds'))).toEqual([1, 2, 2, 3, 15, 16]);
	});

	test('[VO4] passes when as many agree as must, and fails with one less', () => {
		const result = (agree: number) => {
			const played = asked('hands').all(['m02', hands(agree)], close);
			const vote = played.meeting.votes[0];
			return vote?.state === 'closed' && vote.passed;
		};
		expect([2, 3].map(result)).toEqual([false, true]);
	});

	test('[VO5] where too few are there, it is known before', () => {
		expect([canPass(11, 12), canPass(12, 12)]).toEqual([false, true]);
	});
});

describe('hands and cards', () => {
	test('[VO8] the desk counts; more hands than people are refused, and no count closes nothing', () => {
		const played = asked('hands');
		expect(played.do(...close)).toBe('counts-wrong');
		expect(played.do('m02', hands(4, 1))).toBe('counts-wrong');
		expect(played.do('m03', hands(4))).toBe('not-allowed');
		played.all(['m02', hands(2, 2)], ['m02', hands(3, 1)], close);
		expect(played.meeting.votes[0]).toMatchObject({
			state: 'closed',
			passed: true,
			counts: { for: 3, against: 1, abstain: 0 }
		});
	});

	const tellers = { tellers: ['m03', 'm04'], groups: ['Bên trái', 'Bên phải'] };

	test('[VO8] two tellers count each group apart, and close when they agree on every one', () => {
		const played = asked('card', tellers);
		expect(played.do('m01', hands(2, 0, 'Bên trái'))).toBe('not-allowed');
		expect(played.do('m03', hands(2, 0, 'Ở giữa'))).toBe('unknown');
		expect(played.do('m03', hands(2, 0, 'Bên trái'))).toEqual(['hands.counted']);
		expect(played.do('m04', hands(1, 1, 'Bên trái'))).toEqual(['hands.counted', 'hands.compared']);
		played.all(['m03', hands(1, 0, 'Bên phải')], ['m04', hands(1, 0, 'Bên phải')]);
		expect(played.do(...close)).toBe('counts-differ');
		expect(played.do('m04', hands(2, 0, 'Bên trái'))).toEqual(['hands.counted', 'hands.compared']);
		played.all(close);
		expect(played.meeting.votes[0]).toMatchObject({ counts: { for: 3, against: 0, abstain: 0 } });
	});

	test('[VO8] the groups of one teller cannot hold more people than are there', () => {
		const played = asked('hands', tellers).all(['m03', hands(3, 0, 'Bên trái')]);
		expect(played.do('m03', hands(2, 0, 'Bên phải'))).toBe('counts-wrong');
		expect(played.do('m03', hands(1, 0, 'Bên phải'))).toEqual(['hands.counted']);
		expect(played.do('m03', hands(4, 0, 'Bên trái'))).toBe('counts-wrong');
	});

	test('[VO8] nobody sees a teller’s number before the other has entered', () => {
		const played = asked('hands', { tellers: ['m03', 'm04'] }).all(['m03', hands(3)]);
		const event = played.events.at(-1);
		const seenBy = (person: string | null) => event && shown(event, { person, device: '' }, played.meeting);
		expect(seenBy('m03')).toMatchObject({ counts: { for: 3 } });
		for (const other of ['m01', 'm04', 'o1', null]) expect(seenBy(other)).toMatchObject({ counts: null });
		played.all(['m04', hands(2)]);
		expect(played.events.at(-1)).toMatchObject({
			type: 'hands.compared',
			entries: { m03: { for: 3 }, m04: { for: 2 } }
		});
	});

	test('[VO8] tellers of hands are two, of this meeting', () => {
		expect(opened().do(...put('hands', { tellers: ['m03'] }))).toBe('tellers-wrong');
		expect(opened().do(...put('hands', { tellers: ['m03', 'm03'] }))).toBe('tellers-wrong');
		expect(opened().do(...put('hands', { tellers: ['m03', 'nobody'] }))).toBe('tellers-wrong');
	});

	test('[VO8] a group may have any name', () => {
		const played = asked('hands', { tellers: ['m03', 'm04'], groups: ['__proto__', 'constructor'] });
		for (const group of ['__proto__', 'constructor'])
			played.all(['m03', hands(2, 0, group)], ['m04', hands(2, 0, group)]);
		expect(played.do(...close)).toEqual(['vote.closed']);
	});
});

describe('paper', () => {
	const count = (returned: number, valid: number, invalid: number, agree: number): Command => ({
		type: 'papers.count',
		vote: 'v1',
		returned,
		valid,
		invalid,
		counts: { for: agree, against: valid - agree, abstain: 0 }
	});
	const issue = (...to: string[]): Command => ({ type: 'papers.issue', vote: 'v1', to });

	test('[VO9] tellers issue to people on the roll, and what does not add up is refused', () => {
		const played = asked('secret-paper', { tellers: ['m03', 'p1'] });
		expect(played.do('m01', issue('m01'))).toBe('not-allowed');
		expect(played.do('o1', issue('m01'))).toBe('not-allowed');
		expect(played.do('m03', issue('m01', 'm05'))).toBe('not-on-roll');
		played.all(['m03', issue('m01', 'm02')], ['p1', issue('m02', 'm03')]);
		expect(played.do(...close)).toBe('counts-wrong');
		expect(played.do('m01', count(3, 3, 0, 3))).toBe('not-allowed');
		expect(played.do('p1', count(4, 4, 0, 4))).toBe('counts-wrong');
		expect(played.do('p1', count(3, 2, 0, 2))).toBe('counts-wrong');
		expect(
			played.do('p1', { ...count(3, 3, 0, 3), counts: { for: 1, against: 1, abstain: 0 } } as Command)
		).toBe('counts-wrong');
		played.all(['p1', count(2, 2, 0, 0)], ['m03', count(3, 2, 1, 2)], close);
		expect(played.meeting.votes[0]).toMatchObject({
			passed: false,
			counts: { for: 2, against: 0, abstain: 0 },
			issued: ['m01', 'm02', 'm03'],
			papers: { returned: 3, valid: 2, invalid: 1 }
		});
	});

	test('[VO9] nobody is on the roll before it opens', () => {
		expect(
			opened()
				.all(put('secret-paper', { tellers: ['m03'] }))
				.do('m03', issue('m01'))
		).toBe('not-on-roll');
	});
});

describe('casting', () => {
	test('[VO10] the first reason is the one that is told', () => {
		const played = asked('open').all(['m03', cast('for')]);
		played.all(['m03', { type: 'attendance.leave' }], ...checkIn('m05'));
		expect(played.do('m03', cast('for'))).toBe('not-present');
		expect(played.do('m05', cast('for'))).toBe('not-on-roll');
		expect(played.do('o1', cast('for'))).toBe('observer');
		expect(played.do('p1', cast('for'))).toBe('probationary');
		expect(played.do('nobody', cast('for'))).toBe('not-allowed');
		expect(asked('secret-paper').do('m03', cast('for'))).toBe('paper-vote');
		expect(asked('card').do('m03', cast('for'))).toBe('hands-vote');
		played.all(close);
		expect(played.do('m05', cast('for'))).toBe('vote-not-open');
		expect(played.do('p1', cast('for'))).toBe('probationary');
	});

	test('[VO10] who left before casting does not vote; who comes back while it is open does', () => {
		const played = asked('open').all(['m03', { type: 'attendance.leave' }]);
		expect(played.do('m03', cast('for'))).toBe('not-present');
		played.all(...checkIn('m03'));
		expect(played.do('m03', cast('for'))).toEqual(['ballot.recorded']);
	});

	test('[VO11] a cast ballot stands', () => {
		const played = asked('open').all(['m03', cast('for')]);
		expect(played.do('m03', cast('against'))).toBe('already-voted');
		expect(played.do('m02', cast('against', 'm03'))).toBe('already-voted');
		expect(played.meeting.votes[0]).toMatchObject({ ballots: { m03: 'for' } });
	});

	test('[VO12] recorders and a named helper record a raised hand, and both names are kept', () => {
		const played = opened()
			.all(...checkIn('m05'))
			.all(put('open'), open);
		expect(played.do('m04', cast('for', 'm05'))).toBe('not-assistant');
		expect(played.do('m03', cast('for', 'm05'))).toEqual(['ballot.recorded']);
		expect(played.events.at(-1)).toMatchObject({ by: 'm03', for: 'm05', member: 'm05', choice: 'for' });
		played.all(['m04', cast('against')]);
		expect(played.meeting.votes[0]).toMatchObject({ recordedBy: { m05: 'm03' } });
		expect(played.do('m02', cast('for', 'p1'))).toBe('probationary');
		expect(played.do('m02', cast('for', 'o1'))).toBe('observer');
	});

	test('[VO12] in a secret vote nobody acts for another, whoever it is', () => {
		const played = asked('secret-app');
		for (const whom of ['m04', 'p1', 'o1']) expect(played.do('m02', cast('for', whom))).toBe('not-assistant');
		expect(asked('secret-paper').do('m02', cast('for', 'm04'))).toBe('not-assistant');
	});
});

describe('secret on phones', () => {
	test('[VO13] that somebody took part is told, what they chose is not; totals come at the end', () => {
		const played = asked('secret-app').all(
			['m03', cast('against')],
			['m04', cast('for')],
			['m01', cast('for')],
			['m02', cast('abstain')]
		);
		const ballots = played.events.filter(({ type }) => type === 'ballot.recorded');
		expect(ballots.map((event) => 'choice' in event && event.choice)).toEqual([null, null, null, null]);
		expect(played.meeting.votes[0]).toMatchObject({ counts: null });
		expect(played.do('m03', cast('for'))).toBe('already-voted');
		played.all(close);
		expect(played.events.at(-1)).toMatchObject({ counts: { for: 2, against: 1, abstain: 1 }, passed: false });
	});

	test('[VO14] a question whose choices are lost stands as it was put, and all vote again', () => {
		const played = asked('secret-app').all(['m03', cast('against')]);
		played.happen({ type: 'vote.voided', vote: 'v1' });
		expect(played.meeting.votes[0]).toMatchObject({ state: 'put', voidedAt: played.now });
		expect(played.do('m03', cast('for'))).toBe('vote-not-open');
		played.all(open, ['m03', cast('for')], close);
		expect(played.meeting.votes[0]).toMatchObject({ counts: { for: 1, against: 0, abstain: 0 } });
	});
});

describe('reserved opinions', () => {
	const reserve = (text = 'Chưa rõ nguồn kinh phí.'): Command => ({ type: 'vote.reserve', vote: 'v1', text });

	test('[VO15] only on what was passed, by who was on the roll', () => {
		const played = asked('open');
		expect(played.do('m04', reserve())).toBe('vote-not-passed');
		played.all(
			['m01', cast('for')],
			['m02', cast('for')],
			['m03', cast('for')],
			['m04', cast('against')],
			close
		);
		expect(played.do('m05', reserve())).toBe('not-on-roll');
		expect(played.do('p1', reserve())).toBe('not-on-roll');
		expect(played.do('o1', reserve())).toBe('observer');
		expect(played.do('m04', reserve())).toEqual(['vote.reserved']);
		expect(factWords(played.meeting, 'vote', 'v1')).toBe(
			'Chi bộ biểu quyết công khai “Thông qua”: 5 đảng viên có quyền biểu quyết, có mặt 4; ' +
				'cần ít nhất 3 (ba) đồng chí tán thành (quá nửa). Kết quả: tán thành 3/5 (ba trên năm), đạt 60%; ' +
				'không tán thành 1 (một); ý kiến khác 0 (không). Nội dung được chi bộ thông qua. ' +
				'Đồng chí Nguyễn Văn m04 bảo lưu ý kiến: “Chưa rõ nguồn kinh phí”.'
		);
	});

	test('[VO15] written down for a member it says by whom, in the minutes too', () => {
		const played = asked('open')
			.all(...checkIn('m05'))
			.all(['m01', cast('for')], ['m02', cast('for')], ['m03', cast('for')], close);
		played.all(['m02', { type: 'vote.reserve', for: 'm04', vote: 'v1', text: 'Nên chờ.' }]);
		expect(played.meeting.votes[0]).toMatchObject({
			reservations: [{ member: 'm04', enteredBy: 'm02', text: 'Nên chờ.' }]
		});
		expect(factWords(played.meeting, 'vote', 'v1')).toContain(
			'Đồng chí Nguyễn Văn m04 (đồng chí Nguyễn Văn m02 ghi thay) bảo lưu ý kiến: “Nên chờ”.'
		);
	});

	test('[VO15] not on what was lost', () => {
		const played = asked('open').all(['m01', cast('for')], close);
		expect(played.do('m01', reserve())).toBe('vote-not-passed');
	});
});
