import { describe, expect, test } from 'vitest';
import { gaps, readiness, type Facts } from './readiness.ts';

const nothing: Facts = {
	committee: false,
	papers: 0,
	draft: { clauses: 3, written: 0 },
	questions: 0,
	opinions: 0,
	prepared: 0,
	summons: false,
	wall: 0,
	hasMinuteTaker: false,
	isOpened: false
};
const everything: Facts = {
	committee: true,
	papers: 2,
	isOnTime: true,
	draft: { clauses: 3, written: 3 },
	questions: 1,
	opinions: 4,
	prepared: 4,
	summons: true,
	wall: 1,
	hasMinuteTaker: false,
	isOpened: false
};
const names = (facts: Facts) => gaps(facts).map(({ check }) => check);

describe('readiness', () => {
	test('[RD1] every gap is found, in the order of preparing', () => {
		expect(names(nothing)).toEqual([
			'committee',
			'papers',
			'draft',
			'questions',
			'opinions',
			'summons',
			'wall'
		]);
		expect(names(everything)).toEqual([]);
		const counted = readiness(everything).filter(({ count }) => count !== null);
		expect(counted.map(({ check, state, count }) => [check, state, count])).toEqual([
			['papers', 'done', 2],
			['draft', 'done', 3],
			['questions', 'done', 1],
			['opinions', 'done', 4],
			['prepared', 'done', 4],
			['wall', 'done', 1]
		]);
		expect(
			readiness({ ...everything, prepared: 1, isOnTime: false }).filter(({ state }) => state === 'missing')
		).toEqual([
			{ check: 'on-time', state: 'missing', count: null, of: null },
			{ check: 'prepared', state: 'missing', count: 1, of: 4 }
		]);
	});

	test('[RD3] the minute taker is a reminder before the opening and a gap after it', () => {
		expect(readiness(everything).at(-1)).toMatchObject({ check: 'minute-taker', state: 'later' });
		expect(names({ ...everything, isOpened: true })).toEqual(['minute-taker']);
		expect(names({ ...everything, isOpened: true, hasMinuteTaker: true })).toEqual([]);
	});

	test('[RD4] what is not used is not asked for', () => {
		const { summons, hasMinuteTaker, isOpened } = nothing;
		expect(names({ summons, hasMinuteTaker, isOpened })).toEqual(['summons']);
	});
});
