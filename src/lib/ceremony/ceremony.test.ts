import { describe, expect, test } from 'vitest';
import { opened, Played, START } from '../../../tests/support/meeting.ts';

const plan = { type: 'ceremony.plan', item: 'a2', candidate: 'Phạm Thị Hoa' } as const;
const step = (name: 'flag' | 'oath', done = true) =>
	({ type: 'ceremony.step', item: 'a2', step: name, done }) as const;

describe('ceremony', () => {
	test('[CE1] each step has the time at which it was done, and can be unticked', () => {
		const played = opened()
			.all(['m01', plan])
			.at(60)
			.all(['m02', step('flag')], ['m02', step('oath')]);
		expect(played.meeting.ceremonies.a2).toEqual({
			candidate: 'Phạm Thị Hoa',
			done: { flag: START + 60_000, oath: START + 61_000 }
		});
		played.all(['m02', step('oath', false)]);
		expect(Object.keys(played.meeting.ceremonies.a2?.done ?? {})).toEqual(['flag']);
		expect(played.do('m03', step('oath'))).toBe('not-allowed');
		expect(played.do('m02', { ...step('flag'), item: 'a1' })).toBe('unknown');
	});

	test('[CE3] planned and dropped until its item has begun', () => {
		const before = new Played().all(['m02', plan], ['m02', { type: 'ceremony.drop', item: 'a2' }]);
		expect(before.meeting.ceremonies).toEqual({});
		expect(before.do('m02', { ...plan, item: 'nowhere' })).toBe('unknown');
		const played = opened().all(['m01', plan], ['m01', { type: 'item.start', item: 'a2' }]);
		expect(played.do('m01', { type: 'ceremony.drop', item: 'a2' })).toBe('already-started');
		expect(played.do('m01', { ...plan, item: 'a1' })).toBe('already-started');
	});
});
