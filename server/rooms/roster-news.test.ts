import { expect, test } from 'vitest';
import { member, opened, Played } from '../../tests/support/meeting.ts';
import { members } from '../../src/lib/people/roster.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { rosterNews } from './roster-news.ts';

const cell = (played: Played) => members(played.meeting.people);

test('a meeting learns who is new, changed and gone, and nothing where nothing changed', () => {
	const played = new Played();
	expect(rosterNews(played.meeting, cell(played))).toEqual([]);
	const now = [
		...cell(played).filter(({ id }) => id !== 'm04' && id !== 'm03'),
		member('m03', { name: 'Tên mới' }),
		member('m09')
	];
	const [event] = rosterNews(played.meeting, now);
	expect(event).toMatchObject({ type: 'roster.changed', removed: ['m04'] });
	if (!event) throw new Error('nothing was told');
	const after = evolve(played.meeting, { ...event, seq: 2, at: 0, by: 'm01' });
	expect(Object.keys(after.people).sort()).toEqual(['m01', 'm02', 'm03', 'm05', 'm09', 'o1', 'o2', 'p1']);
	expect(after.people.m03?.name).toBe('Tên mới');
	expect(rosterNews(after, now)).toEqual([]);
});

test('whoever leads the meeting stays in it', () => {
	const played = new Played();
	expect(rosterNews(played.meeting, [])).toMatchObject([{ removed: ['m03', 'm04', 'm05', 'p1'] }]);
});

test('once opened, a meeting keeps its people', () => {
	expect(rosterNews(opened().meeting, [])).toEqual([]);
});
