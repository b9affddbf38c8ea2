import { expect, test } from 'vitest';
import { opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import { frameOf } from '../../../server/meetings/frames.ts';
import type { Command, Setup } from './contract.ts';
import { criteria } from '../scoring/frame.ts';
import { propose } from '../scoring/proposal.ts';
import { findingsOf } from './score-findings.ts';
import type { Fact } from '../scoring/contract.ts';

const look = (played: Played, fact: Fact) => findingsOf(played.meeting, played.now)[fact];
const item = (
	id: string,
	code: string,
	phase: 'opening' | 'content' | 'closing'
): Setup['items'][number] => ({
	id,
	code,
	phase,
	responsible: 'm01',
	minutes: 5,
	required: true,
	speakLimitSeconds: null
});
const REGULAR = [
	item('a1', 'open.reason', 'opening'),
	item('a2', 'content.review-members', 'content'),
	item('a3', 'content.self-criticism', 'content'),
	item('a4', 'close.end', 'closing')
];
const start = (id: string): Command => ({ type: 'item.start', item: id });

test('[SC11] a device whose clock goes slow tells of no negative minutes', () => {
	const played = opened({ items: REGULAR });
	const before = (played.meeting.openedAt ?? 0) - 30_000;
	expect(findingsOf(played.meeting, before).duration).toEqual({
		state: 'later',
		share: null,
		figures: [0, 90]
	});
});

test('[SC11] what has not happened yet may still happen until the end', () => {
	const played = opened({ items: REGULAR });
	const facts: Fact[] = ['duration', 'steps-done', 'self-criticism', 'minutes-approved', 'resolution-voted'];
	const states = () => facts.map((fact) => look(played, fact).state);
	expect(states()).toEqual(['later', 'later', 'later', 'later', 'later']);
	played.at(600).all(['m01', { type: 'meeting.end' }]);
	expect(states()).toEqual(['part', 'part', 'unmet', 'unmet', 'unmet']);
	expect(look(played, 'duration')).toEqual({
		state: 'part',
		share: [10, 90],
		minutesShort: 80,
		figures: [10, 90]
	});
	expect(look(played, 'posted-after').state).toBe('later');
});

test('[SC9] a required item that was passed over is missing at once', () => {
	const played = opened({ items: REGULAR }).all(['m01', start('a2')], ['m01', start('a4')]);
	expect(look(played, 'steps-done')).toEqual({ state: 'part', share: [3, 4], figures: [2, 4, 1] });
	expect(look(played, 'members-reviewed').state).toBe('met');
	expect(look(played, 'agenda-whole')).toEqual({ state: 'met', share: null, figures: [4] });
	played.all(['m01', { type: 'item.skip', item: 'a3', reason: 'hết giờ' }]);
	expect([look(played, 'self-criticism').state, look(played, 'agenda-whole').state]).toEqual([
		'unmet',
		'unmet'
	]);
});

test('[SC9] the roll, who spoke, and how the former tasks came out, in the numbers of the room', () => {
	const task = { owner: 'm03', group: null, deadline: null, stateAtStart: '', result: '', cause: '' };
	const played = opened({
		previousTasks: [
			{ id: 'p1', task: 'Việc 1', ...task, status: 'done', percent: 100 },
			{ id: 'p2', task: 'Việc 2', ...task, status: 'in-progress', percent: 88.6 }
		]
	});
	// Six are summoned, five are there; m05 has no leave.
	expect(look(played, 'rate')).toEqual({ state: 'part', share: [5, 6], figures: [5, 6, 83.3, 90] });
	expect(look(played, 'unexcused')).toEqual({ state: 'unmet', share: null, figures: [1] });
	expect(look(played, 'previous-tasks')).toEqual({
		state: 'part',
		share: [1886, 2000],
		figures: [1, 2, 94.3]
	});
	const speak = (who: string, ref: string) =>
		played.all(
			['m01', { type: 'floor.invite', ref, to: who, kind: 'free' }],
			[who, { type: 'floor.end', turn: ref }]
		);
	speak('m03', 's1');
	speak('m03', 's2');
	speak('m04', 's3');
	expect(look(played, 'speakers')).toMatchObject({
		state: 'part',
		share: [2, 5],
		worth: [4, 5],
		figures: [2, 5, 40]
	});
	speak('p1', 's4');
	expect(look(played, 'speakers').state).toBe('met');
});

test('[SC9] papers are in time by the hours that the profile sets, and late by a second', () => {
	const publish: Command = { type: 'paper.publish', ref: 'd1', title: 'Dự thảo' };
	const posted = (before: number) =>
		new Played({}, START - before).all(
			['m01', publish],
			['m01', { type: 'attendance.check-in', method: 'self' }]
		);
	const day = 24 * 3_600_000;
	expect(look(posted(day), 'posted-before')).toEqual({ state: 'met', share: null, figures: [1, 24, 24] });
	expect(look(posted(day - 1000), 'posted-before')).toEqual({
		state: 'unmet',
		share: null,
		figures: [1, 23, 24]
	});
	expect(look(new Played(), 'posted-before').state).toBe('unmet');
});

test('[SC10] a whole sheet is proposed from what the room knows', () => {
	const frame = frameOf('criteria-hd42-2025');
	if (!frame) throw new Error('no frame');
	const played = opened({ rules: { ...setup().rules, scoring: frame } });
	const findings = findingsOf(played.meeting, played.now);
	const points = criteria(frame, false).map((each) => [each.code, propose(each, findings).points]);
	expect(Object.fromEntries(points)).toEqual({
		c1: 5,
		// 5 of 6, and one without leave.
		c2: 2.1,
		// A draft, and no required item in the middle part.
		c3_1: 2.5,
		c3_2: 0,
		c4_1: 5,
		// Nobody spoke, and the agenda has neither review nor self-criticism.
		c4_2: 0,
		c4_3: null,
		c5: null,
		c6: null,
		c7: 5
	});
});
