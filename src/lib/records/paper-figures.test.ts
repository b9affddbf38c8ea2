import { describe, expect, test } from 'vitest';
import { figuresOf, sha256 } from '../../../tests/support/figures.ts';
import { opened, START, type Played } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';

describe('votes and resolution', () => {
	const put = {
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'resolution' }
	} as const;

	function voted(counts: { for: number; against: number; abstain: number }): Played {
		return opened().all(
			['m01', put],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m02', { type: 'hands.count', vote: 'v1', counts }],
			['m01', { type: 'vote.close', vote: 'v1' }]
		);
	}

	test('base, roll, threshold, rate and who did not raise a hand', () => {
		const texts = { whenPut: () => [{ label: 'I.1', text: 'Nội dung' }] };
		// m01 to m05 form the base, m05 is not there; p1 is probationary.
		expect(figuresOf(voted({ for: 3, against: 0, abstain: 0 }), texts).votes).toEqual({
			v1: {
				base: 5,
				present: 4,
				needed: 3,
				for: 3,
				against: 0,
				abstain: 0,
				notVoting: 1,
				ratePercent: 60,
				passed: true,
				textSha256: sha256('I.1\tNội dung\n')
			}
		});
	});

	test('a resolution is adopted by the vote that passed it, its clauses named by label', () => {
		const texts = { clause: (id: string) => `Nội dung ${id}` };
		const clauses = [
			{ id: 'I.1', text: 'Nội dung c1' },
			{ id: 'II.2.d', text: 'Nội dung c2' }
		];
		expect(figuresOf(voted({ for: 3, against: 1, abstain: 0 }), texts).resolution).toEqual({
			adopted: true,
			vote: 'v1',
			clauses
		});
		expect(figuresOf(voted({ for: 2, against: 1, abstain: 0 }), texts).resolution).toEqual({
			adopted: false,
			vote: null,
			clauses
		});
		expect(figuresOf(opened({ clauses: [] })).resolution).toBeNull();
	});

	test('a cancelled question is no vote', () => {
		const played = opened().all(['m01', put], ['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(figuresOf(played).votes).toEqual({});
	});
});

describe('comments and minutes', () => {
	const post = (ref: string, text: string, more: object = {}): Command => ({
		type: 'comment.post',
		ref,
		on: { kind: 'item', ref: 'a1' },
		text,
		...more
	});

	test('withdrawn ones count, their words do not; what came late says by how much', () => {
		const played = opened();
		played
			.at(100)
			.all(['m03', post('c2', 'ý hai')], ['m04', post('c10', 'ý mười')], ['o1', post('c3', 'ý ba')]);
		played.at(110).all(['m04', { type: 'comment.withdraw', comment: 'c10' }]);
		played.at(200).do('m03', post('c1', 'Viết lúc mất mạng', { writtenAt: START + 130_000 }), {
			lostAt: START + 120_000
		});
		expect(figuresOf(played).comments).toEqual({
			total: 4,
			byStatus: { open: 2, withdrawn: 1, 'observer-held': 1 },
			textSha256: sha256('c1\tViết lúc mất mạng\nc2\tý hai\nc3\tý ba\n'),
			lateSeconds: { c1: 70 }
		});
		expect(figuresOf(opened()).comments).toEqual({
			total: 0,
			byStatus: {},
			textSha256: sha256(''),
			lateSeconds: {}
		});
	});

	test('notes, corrected ones with their final words, and approval by a vote', () => {
		const played = opened().all(
			['m01', { type: 'minutes.appoint', to: 'm03' }],
			['m03', { type: 'minutes.write', ref: 'n1', text: 'một' }],
			['m03', { type: 'minutes.write', ref: 'n2', text: 'hai' }],
			['m02', { type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời' }]
		);
		const minutes = { minuteTaker: 'm03', notes: 2, corrected: { n1: 'cuối cùng' }, approved: false };
		expect(figuresOf(played, { note: () => 'cuối cùng' }).minutes).toEqual(minutes);
		played.all(
			[
				'm01',
				{
					type: 'vote.put',
					ref: 'v8',
					title: 'Biên bản',
					ballot: 'hands',
					threshold: 'majority',
					subject: { kind: 'minutes' }
				}
			],
			['m01', { type: 'vote.open', vote: 'v8' }],
			['m01', { type: 'hands.count', vote: 'v8', counts: { for: 4, against: 0, abstain: 0 } }],
			['m01', { type: 'vote.close', vote: 'v8' }]
		);
		expect(figuresOf(played).minutes.approved).toBe(true);
	});
});
