/** What must hold whatever happens: random arrivals, departures, leave, and sizes of cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { member, observer, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import type { Member } from '../people/roster.ts';
import type { Counts } from './contract.ts';
import { agreed, needed, papersAddUp, reconciled, sum, total } from './counting.ts';

const RUNS = { numRuns: 150 };

describe('thresholds', () => {
	const bases = fc.integer({ min: 1, max: 5_000 });

	test('[VO4] half fails and half + 1 passes, whatever the base', () => {
		fc.assert(
			fc.property(bases, (base) => {
				const must = needed(base, 'majority');
				expect(2 * must).toBeGreaterThan(base);
				expect(2 * (must - 1)).toBeLessThanOrEqual(base);
			})
		);
	});

	test('[VO4] exactly two thirds passes and one below fails, whatever the base', () => {
		fc.assert(
			fc.property(bases, (base) => {
				const must = needed(base, 'two-thirds');
				expect(3 * must).toBeGreaterThanOrEqual(2 * base);
				expect(3 * (must - 1)).toBeLessThan(2 * base);
			})
		);
	});
});

describe('counting', () => {
	const count = fc.nat({ max: 200 });
	const counts = fc.record({ for: count, against: count, abstain: count });

	test('[VO9] a count adds up only if every paper that came back is in exactly one place', () => {
		fc.assert(
			fc.property(counts, fc.nat({ max: 50 }), fc.nat({ max: 50 }), (given, invalid, lost) => {
				const valid = total(given);
				const papers = { returned: valid + invalid, valid, invalid, counts: given };
				expect(papersAddUp(papers, papers.returned + lost)).toBe(true);
				expect(papersAddUp(papers, papers.returned - 1)).toBe(false);
				expect(papersAddUp({ ...papers, invalid: invalid + 1 }, 10_000)).toBe(false);
				expect(papersAddUp({ ...papers, counts: { ...given, for: given.for + 1 } }, 10_000)).toBe(false);
			})
		);
	});

	test('[VO8] two tellers are reconciled when, and only when, they agree on every group', () => {
		const pairs = fc.array(fc.tuple(counts, counts, fc.boolean()), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(pairs, (given) => {
				const groups = given.map((_, index) => `nhóm ${index}`);
				const entries = given.map(([one, other, alike]): [Counts, Counts] => [one, alike ? one : other]);
				const counted = Object.fromEntries(
					entries.map(([a, b], index) => [`nhóm ${index}`, { entries: { a, b }, compared: true }])
				);
				const differs = entries.some(
					([a, b]) => a.for !== b.for || a.against !== b.against || a.abstain !== b.abstain
				);
				expect(reconciled(groups, counted)).toEqual(differs ? null : sum(entries.map(([one]) => one)));
				expect(reconciled([...groups, 'chưa đếm'], counted)).toBeNull();
				expect(agreed({ entries: { a: entries[0]?.[0] ?? null }, compared: false })).toBeNull();
			})
		);
	});
});

describe('who may vote', () => {
	const people = fc.array(
		fc.record({
			partyStatus: fc.constantFrom('official', 'official', 'official', 'probationary' as const),
			standing: fc.constantFrom(
				'active',
				'active',
				'active',
				'exempt',
				'special-duty',
				'temporary-elsewhere',
				'suspended' as const
			),
			excused: fc.boolean()
		}),
		{ minLength: 2, maxLength: 12 }
	);
	/** Whoever is picked comes where they are out, and goes where they are in. */
	const moves = fc.array(fc.nat({ max: 40 }), { maxLength: 30 });
	const base = fc.constantFrom('list', 'list-minus-excused' as const);

	interface Hall {
		readonly played: Played;
		readonly all: readonly Member[];
		readonly inside: Set<string>;
		readonly came: Set<string>;
	}

	function move({ played, all, inside, came }: Hall, pick: number): void {
		const who = all[pick % all.length];
		if (!who || who.id === 'm00') return;
		const isIn = inside.has(who.id);
		const command: Command = isIn
			? { type: 'attendance.leave' }
			: { type: 'attendance.check-in', method: 'self' };
		if (typeof played.do(who.id, command) === 'string') return;
		if (isIn) inside.delete(who.id);
		else came.add(who.id);
		if (!isIn) inside.add(who.id);
	}

	test('[VO2][VO3][VO10] exactly those on the roll who are still there have one vote, at every moment', () => {
		fc.assert(
			fc.property(people, moves, moves, base, (given, before, during, voteBase) => {
				const all = given.map(({ partyStatus, standing }, index) =>
					index === 0
						? member('m00', { office: 'secretary' })
						: member(`m${String(index).padStart(2, '0')}`, { partyStatus, standing })
				);
				const rules = { ...setup().rules, voteBase };
				const made = { people: [...all, observer('o1')], chair: 'm00', facilitator: null, rules };
				const played = new Played(made, START - 60_000);
				const excused = new Set(
					all.filter((_, index) => index > 0 && given[index]?.excused).map(({ id }) => id)
				);
				for (const id of excused) {
					played.do(id, { type: 'leave.request', kind: 'absent', reason: { code: 'sick' } });
					played.do('m00', { type: 'leave.decide', of: id, accept: true });
				}
				const hall: Hall = { played, all, inside: new Set(['m00']), came: new Set(['m00']) };
				played.do('m00', { type: 'attendance.check-in', method: 'self' });
				played.do('m00', { type: 'meeting.open' });
				for (const pick of before) move(hall, pick);

				// By hand, from the words of VO2 and VO3.
				const inBase = all.filter(({ id, partyStatus, standing }) => {
					if (partyStatus !== 'official') return false;
					if (standing === 'exempt' || standing === 'special-duty') return hall.inside.has(id);
					if (standing !== 'active') return false;
					return voteBase === 'list' || !excused.has(id) || hall.came.has(id);
				});
				const roll = inBase.filter(({ id }) => hall.inside.has(id)).map(({ id }) => id);
				played.all(
					[
						'm00',
						{
							type: 'vote.put',
							ref: 'v',
							title: 'x',
							ballot: 'open',
							threshold: 'majority',
							subject: { kind: 'other' }
						}
					],
					['m00', { type: 'vote.open', vote: 'v' }]
				);
				expect(played.meeting.votes[0]).toMatchObject({ base: inBase.map(({ id }) => id), roll });

				for (const pick of during) move(hall, pick);
				const cast: Command = { type: 'ballot.cast', vote: 'v', choice: 'for' };
				for (const { id, partyStatus } of all) {
					const answer = played.do(id, cast);
					const mayVote = roll.includes(id) && hall.inside.has(id);
					expect(Array.isArray(answer), id).toBe(mayVote);
					if (partyStatus === 'probationary') expect(answer).toBe('probationary');
					else if (!hall.inside.has(id)) expect(answer).toBe('not-present');
					else if (!mayVote) expect(answer).toBe('not-on-roll');
					if (mayVote) expect(played.do(id, cast)).toBe('already-voted');
				}
				expect(played.do('o1', cast)).toBe('observer');
				played.all(['m00', { type: 'vote.close', vote: 'v' }]);
				const agree = roll.filter((id) => hall.inside.has(id)).length;
				expect(played.meeting.votes[0]).toMatchObject({
					counts: { for: agree, against: 0, abstain: 0 },
					passed: 2 * agree > inBase.length
				});
			}),
			RUNS
		);
	});
});
