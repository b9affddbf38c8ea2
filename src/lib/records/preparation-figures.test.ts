import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../tests/support/figures.ts';
import { checkIn, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command, Setup } from '../meeting/contract.ts';

const publish = (ref: string): Command => ({ type: 'paper.publish', ref, title: ref });
const open = (paper: string): Command => ({ type: 'paper.open', paper });
const HOUR = 3_600;

function prepared(made: Partial<Setup> = {}): Played {
	return new Played(
		{ rules: { ...setup().rules, postBeforeHours: 24 }, ...made },
		START - 3 * 24 * HOUR * 1000
	);
}

function begun(played: Played): Played {
	return played
		.at(0)
		.all(...checkIn('m01', 'm03'))
		.at(60)
		.all(['m01', { type: 'meeting.open' }]);
}

describe('papers', () => {
	test('what cannot be formed is null, the keys stay', () => {
		expect(figuresOf(prepared()).preparation).toEqual({
			notified: 0,
			papers: 0,
			hoursBeforeStart: null,
			inTime: null,
			readers: {},
			opinions: { assigned: 0, prepared: 0, delivered: 0 }
		});
	});

	test('exactly the hours that the rule asks for are in time, a second less is not, whatever the rounding shows', () => {
		const at = (second: number) =>
			figuresOf(
				begun(
					prepared()
						.at(second)
						.all(['m01', publish('d1')])
				)
			).preparation;
		expect(at(-24 * HOUR)).toMatchObject({ hoursBeforeStart: 24, inTime: true });
		expect(at(-24 * HOUR + 1)).toMatchObject({ hoursBeforeStart: 24, inTime: false });
		expect(at(-24 * HOUR + 180)).toMatchObject({ hoursBeforeStart: 24 });
		expect(at(-24 * HOUR + 181)).toMatchObject({ hoursBeforeStart: 23.9 });
		expect(at(30)).toMatchObject({ hoursBeforeStart: 0, inTime: false });
	});

	test('a rule without hours judges nothing; a paper of the running meeting is no late one', () => {
		const played = begun(
			prepared({ rules: setup().rules })
				.at(-30 * HOUR)
				.all(['m01', publish('d1')])
		);
		played.at(600).all(['m01', publish('d2')]);
		expect(figuresOf(played).preparation).toMatchObject({ papers: 2, hoursBeforeStart: 30, inTime: null });
	});

	test('different members who opened it before the opening; observers and latecomers are no readers', () => {
		const played = prepared()
			.at(-9_000)
			.all(
				['m01', publish('d1')],
				['m01', publish('d2')],
				['m03', open('d1')],
				['m04', open('d1')],
				['o1', open('d1')]
			);
		played.do('m03', open('d1'));
		begun(played).all(['p1', open('d1')], ['p1', open('d2')]);
		expect(figuresOf(played).preparation.readers).toEqual({ d1: 2, d2: 0 });
	});

	test('the notice went to everybody who was there then', () => {
		const played = prepared().all(['m02', { type: 'notice.send' }]);
		played.all([
			'm01',
			{
				type: 'observer.invite',
				ref: 'o9',
				name: 'Lê A',
				title: 'Cán bộ',
				organisation: 'Phường',
				mode: 'room'
			}
		]);
		expect(figuresOf(played).preparation.notified).toBe(8);
	});
});

test('opinions: asked, prepared or sent, spoken or read out', () => {
	const assign = (to: string): Command => ({ type: 'opinion.assign', to, topic: 'việc' });
	const played = prepared().all(
		...['m02', 'm03', 'm04', 'm05', 'p1'].map((to) => ['m01', assign(to)] as const)
	);
	played.all(
		['m03', { type: 'opinion.prepare' }],
		['m03', { type: 'opinion.send', ref: 'w1', text: 'viết' }],
		['m04', { type: 'opinion.send', ref: 'w2', text: 'viết' }]
	);
	begun(played).all(
		['m01', { type: 'opinion.read', opinion: 'w2' }],
		['m01', { type: 'floor.invite', ref: 't1', to: 'm03', kind: 'assigned' }]
	);
	expect(figuresOf(played).preparation.opinions).toEqual({ assigned: 5, prepared: 2, delivered: 1 });
	played.all(['m01', { type: 'floor.end', turn: 't1' }]);
	expect(figuresOf(played).preparation.opinions).toEqual({ assigned: 5, prepared: 2, delivered: 2 });
});
