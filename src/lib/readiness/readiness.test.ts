import { describe, expect, test } from 'vitest';
import { gaps, readiness, type Facts } from './readiness.ts';

const nothing: Facts = {
	committee: false,
	papers: 0,
	draft: { clauses: 3, written: 0 },
	questions: 0,
	opinions: 0,
	summons: false,
	wall: 0,
	hasMinuteTaker: false,
	isOpened: false
};
const everything: Facts = {
	committee: true,
	papers: 2,
	draft: { clauses: 3, written: 3 },
	questions: 1,
	opinions: 4,
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
		expect(readiness(everything).filter(({ count }) => count !== null)).toEqual([
			{ check: 'papers', state: 'done', count: 2 },
			{ check: 'draft', state: 'done', count: 3 },
			{ check: 'questions', state: 'done', count: 1 },
			{ check: 'opinions', state: 'done', count: 4 },
			{ check: 'wall', state: 'done', count: 1 }
		]);
	});

	test('[RD3] the minute taker is a reminder before the opening and a gap after it', () => {
		expect(readiness(everything).at(-1)).toEqual({ check: 'minute-taker', state: 'later', count: null });
		expect(names({ ...everything, isOpened: true })).toEqual(['minute-taker']);
		expect(names({ ...everything, isOpened: true, hasMinuteTaker: true })).toEqual([]);
	});

	test('[RD4] what is not used is not asked for', () => {
		const { summons, hasMinuteTaker, isOpened } = nothing;
		expect(names({ summons, hasMinuteTaker, isOpened })).toEqual(['summons']);
	});
});
