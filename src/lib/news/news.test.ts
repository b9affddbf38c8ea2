import { describe, expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';
import { unlinked } from './news.ts';

const add = (ref: string, link?: string) =>
	({ type: 'news.add', ref, text: `Tin ${ref}`, ...(link && { link }) }) as const;
const pieces = (played: Played) => played.meeting.news.map(({ id }) => id);

describe('news', () => {
	test('[NE1] five pieces and no more', () => {
		const played = opened().all(...['n1', 'n2', 'n3', 'n4', 'n5'].map((ref) => ['m01', add(ref)] as const));
		expect(played.do('m01', add('n6'))).toBe('too-many');
		expect(played.do('m01', add('n5'))).toBe('id-taken');
		played.all(['m01', { type: 'news.remove', news: 'n2' }], ['m01', add('n6')]);
		expect(pieces(played)).toEqual(['n1', 'n3', 'n4', 'n5', 'n6']);
	});

	test('[NE2] a piece without a link is unfinished until somebody writes it', () => {
		const played = opened().all(['m02', add('n1')], ['m02', add('n2', 'Ngõ 5 cũng vậy')]);
		expect(unlinked(played.meeting.news).map(({ id }) => id)).toEqual(['n1']);
		played.all(['m02', { type: 'news.change', news: 'n1', link: 'Chi bộ ta có 3 hộ' }]);
		expect(unlinked(played.meeting.news)).toEqual([]);
		played.all(['m02', { type: 'news.change', news: 'n1', link: null }]);
		expect(unlinked(played.meeting.news)).toHaveLength(1);
		expect(played.do('m02', { type: 'news.change', news: 'n9', text: 'x' })).toBe('unknown');
	});

	test('[NE3] members and observers enter none', () => {
		expect(opened().do('m03', add('n1'))).toBe('not-allowed');
		expect(opened().do('o1', add('n1'))).toBe('not-allowed');
	});

	test('[NE4] an observer marks what is not relevant, and members are not told', () => {
		const played = opened().all(
			['m01', add('n1')],
			['o1', { type: 'news.mark', news: 'n1', relevant: false }],
			['o1', { type: 'news.mark', news: 'n1', relevant: false }]
		);
		expect(played.meeting.news[0]?.notRelevantTo).toEqual(['o1']);
		const marked = played.events.at(-1);
		if (!marked) throw new Error('nothing happened');
		expect(isForEverybody(marked, played.meeting)).toBe(false);
		const seenBy = (person: string) => shown(marked, { person, device: '' }, played.meeting).type;
		expect(['m01', 'o2', 'm03'].map(seenBy)).toEqual(['news.marked', 'news.marked', 'hidden']);
		expect(played.do('m03', { type: 'news.mark', news: 'n1', relevant: false })).toBe('not-allowed');
		played.all(['o1', { type: 'news.mark', news: 'n1', relevant: true }]);
		expect(played.meeting.news[0]?.notRelevantTo).toEqual([]);
	});
});
