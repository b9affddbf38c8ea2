import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Policy } from './contract.ts';
import { queue, type QueueFacts } from './queue.ts';
import { evolve, initial, type Floor, type Request, type Turn } from './speaking.ts';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const person = fc.constantFrom(...PEOPLE);

const turn = fc.record({
	person,
	seconds: fc.integer({ min: 0, max: 600 }),
	kind: fc.constantFrom('free' as const, 'presentation' as const, 'point-of-order' as const)
});

/** One request a person at most, in any order of asking. */
const requests = fc.uniqueArray(
	fc.record({
		person,
		kind: fc.constantFrom('free' as const, 'reply' as const, 'point-of-order' as const),
		item: fc.constantFrom('now', 'later')
	}),
	{ selector: (request) => request.person }
);

const scene = fc.record({
	requests,
	turns: fc.array(turn, { maxLength: 8 }),
	policy: fc.constantFrom(...Policy.options),
	away: fc.subarray([...PEOPLE]),
	groups: fc.dictionary(person, fc.constantFrom('Tổ 1', 'Tổ 2', 'Tổ 3'))
});
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function floorOf({ requests, turns, policy }: Scene): Floor {
	return {
		...initial,
		policy,
		requests: requests.map(({ person, kind, item }, index): Request => ({
			id: `r-${person}`,
			person,
			kind,
			item,
			at: 1_000_000 + index,
			state: 'waiting'
		})),
		turns: turns.map(({ person, kind, seconds }, index): Turn => ({
			id: `t${index}`,
			person,
			kind,
			item: 'now',
			invited: kind === 'presentation',
			startedAt: index,
			endedAt: index + seconds * 1000,
			limitSeconds: null,
			endsAt: null,
			pausedAt: null,
			pausedMs: 0,
			passedOver: 0
		}))
	};
}

function factsOf({ away, groups }: Scene): QueueFacts {
	return {
		runningItem: 'now',
		isPresent: (id) => !away.some((other) => other === id),
		isGuest: () => false,
		groupOf: (id) => groups[id] ?? ''
	};
}

const placesOf = (scene: Scene) => queue(floorOf(scene), factsOf(scene));
const ordinary = (scene: Scene) =>
	placesOf(scene).filter(({ why: { because } }) =>
		['arrival', 'turns', 'seconds', 'group'].includes(because)
	);
const spoke = ({ turns }: Scene, who: string) =>
	turns.filter(({ person, kind }) => person === who && kind === 'free');
const seconds = (scene: Scene, who: string) => spoke(scene, who).reduce((sum, turn) => sum + turn.seconds, 0);

/** Neighbours in the queue, before and after. */
function pairs<T>(list: readonly T[]): [T, T][] {
	return list.slice(1).map((after, index) => [list[index] as T, after]);
}

describe('queue, whatever was asked, spoken and moved', () => {
	test('[SP10] everybody who waits stands in it once', () => {
		fc.assert(
			fc.property(scene, (scene) => {
				const ids = placesOf(scene).map(({ request: { id } }) => id);
				expect([...ids].sort()).toEqual(scene.requests.map(({ person }) => `r-${person}`).sort());
			})
		);
	});

	test('[SP12] points of order stand first, [SP13] who cannot speak now stands last', () => {
		const RANK: Readonly<Record<string, number>> = {
			'point-of-order': 0,
			'later-item': 2,
			heard: 3,
			away: 4
		};
		fc.assert(
			fc.property(scene, (scene) => {
				const ranks = placesOf(scene).map(({ why: { because } }) => RANK[because] ?? 1);
				expect(ranks).toEqual([...ranks].sort());
			})
		);
	});

	test('[SP10] each policy keeps its word, and who ranks alike keeps the order of asking', () => {
		fc.assert(
			fc.property(scene, (scene) => {
				for (const [before, after] of pairs(ordinary(scene))) {
					const [first, second] = [before.request, after.request];
					const rank = {
						'first-come': () => 0,
						'not-spoken-first': (who: string) => Math.min(1, spoke(scene, who).length),
						'least-time-first': (who: string) => seconds(scene, who),
						'by-group': () => null
					}[scene.policy];
					const [a, b] = [rank(first.person), rank(second.person)];
					if (a === null || b === null) continue;
					expect(a).toBeLessThanOrEqual(b);
					if (a === b) expect(first.at).toBeLessThan(second.at);
				}
			})
		);
	});

	test('[SP10] no group speaks twice running while another waits; within a group the order of asking holds', () => {
		fc.assert(
			fc.property(scene, (scene) => {
				const places = ordinary({ ...scene, policy: 'by-group' });
				const group = (at: number) => scene.groups[places[at]?.request.person ?? ''] ?? '';
				places.forEach(({ request }, at) => {
					const later = places.slice(at + 1);
					const same = later.filter((_, index) => group(at + 1 + index) === group(at));
					for (const other of same) expect(request.at).toBeLessThan(other.request.at);
					if (at + 1 < places.length && group(at) === group(at + 1)) expect(same).toEqual(later);
				});
			})
		);
	});

	test('[SP7] who was moved last stands directly before whom the chair said, under every policy', () => {
		const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(scene, moves, fc.constantFrom(...Policy.options), (scene, moves, later) => {
				fc.pre(scene.requests.length > 1);
				const facts = factsOf(scene);
				let floor = floorOf(scene);
				let last: readonly [string, string | undefined] = ['', undefined];
				moves.forEach(([which, where]) => {
					const ids = queue(floor, facts).map(({ request: { id } }) => id);
					const id = ids[which % ids.length] ?? '';
					const others = ids.filter((other) => other !== id);
					const at = where % (others.length + 1);
					last = [id, others[at]];
					const order = [...others.slice(0, at), id, ...others.slice(at)];
					const event = { type: 'floor.moved', request: id, order, seq: 1, at: 0, by: 'chair' } as const;
					floor = evolve(floor, event);
					const now = queue(floor, facts).map(({ request }) => request.id);
					expect(now).toEqual(order);
				});
				const after = queue({ ...floor, policy: later }, facts);
				const at = after.findIndex(({ request: { id } }) => id === last[0]);
				expect(after[at]?.why).toEqual({ because: 'moved' });
				if (last[1] !== undefined)
					expect(after.slice(at + 1).map(({ request: { id } }) => id)).toContain(last[1]);
			})
		);
	});
});
