import { describe, expect, test } from 'vitest';
import { opened, Played, START } from '../../../tests/support/meeting.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';
import { isBehind, leading } from './screens.ts';
import { publishedSeq } from './wall.ts';

const wall = (played: Played) => played.meeting.wall;
const queue = (played: Played) => wall(played).queue.map(({ id }) => id);

describe('wall', () => {
	test('[WA2] only the desk turns the screen, at any time', () => {
		const played = new Played();
		expect(played.do('m03', { type: 'projection.show', show: 'blank' })).toBe('not-allowed');
		expect(played.do('o1', { type: 'wall.next' })).toBe('not-allowed');
		expect(played.do('m02', { type: 'projection.show', show: 'title' })).toEqual(['projection.shown']);
		expect(wall(played)).toMatchObject({ show: 'title', what: null, changes: 1 });
	});

	test('[WA2] a break has its end as an instant, a message its words', () => {
		const played = opened()
			.at(60)
			.all(['m01', { type: 'projection.show', show: 'break', minutes: 10 }]);
		expect(wall(played).until).toBe(START + 660_000);
		expect(played.do('m01', { type: 'projection.show', show: 'message' })).toBe('words-needed');
		played.all(['m01', { type: 'projection.show', show: 'message', message: 'Mời dùng nước' }]);
		expect(wall(played)).toMatchObject({ show: 'message', message: 'Mời dùng nước', until: null });
	});

	test('[WA3] next shows the first that waits, and takes it out', () => {
		const played = opened().all(
			['m02', { type: 'wall.queue', ref: 's1', show: 'document', what: 'c1' }],
			['m02', { type: 'wall.queue', ref: 's2', show: 'break', minutes: 5 }],
			['m02', { type: 'wall.queue', ref: 's3', show: 'agenda' }]
		);
		expect(played.do('m02', { type: 'wall.queue', ref: 's1', show: 'blank' })).toBe('id-taken');
		played.all(['m02', { type: 'wall.move', slide: 's3', before: 's1' }]);
		expect(queue(played)).toEqual(['s3', 's1', 's2']);
		played.all(['m02', { type: 'wall.move', slide: 's3', before: null }]);
		expect(queue(played)).toEqual(['s1', 's2', 's3']);
		played.all(['m01', { type: 'wall.next' }]);
		expect(wall(played)).toMatchObject({ show: 'document', what: 'c1' });
		played.at(100).all(['m01', { type: 'wall.next' }], ['m01', { type: 'wall.unqueue', slide: 's3' }]);
		expect(wall(played)).toMatchObject({ show: 'break', until: START + 400_000 });
		expect(played.do('m01', { type: 'wall.next' })).toBe('nothing-queued');
		expect(played.do('m01', { type: 'wall.unqueue', slide: 's3' })).toBe('unknown');
	});

	test('[WA3] back shows what stood there before, step by step', () => {
		const played = new Played();
		expect(played.do('m01', { type: 'wall.back' })).toBe('nothing-before');
		played.all(
			['m01', { type: 'projection.show', show: 'agenda' }],
			['m01', { type: 'projection.show', show: 'agenda' }],
			['m01', { type: 'projection.show', show: 'message', message: 'Xin chào' }],
			['m01', { type: 'projection.show', show: 'blank' }],
			['m01', { type: 'wall.back' }]
		);
		expect(wall(played)).toMatchObject({ show: 'message', message: 'Xin chào' });
		played.all(['m01', { type: 'wall.back' }]);
		expect(wall(played).show).toBe('agenda');
		played.all(['m01', { type: 'wall.back' }]);
		expect(wall(played).show).toBe('join');
		expect(played.do('m01', { type: 'wall.back' })).toBe('nothing-before');
	});

	test('[WA4] a new slide begins at its own page', () => {
		const played = opened().all(
			['m01', { type: 'projection.show', show: 'document', what: 'draft' }],
			['m01', { type: 'wall.page', page: 2 }]
		);
		expect(wall(played).page).toBe(2);
		played.all(['m01', { type: 'projection.show', show: 'document', what: 'c1' }]);
		expect(wall(played).page).toBeNull();
	});

	test('[WA5] what is published names its version; a whole text stands for its blocks', () => {
		const played = opened();
		played.do('m01', { type: 'text.publish', document: 'minutes', block: 'a1' }, { textSeq: () => 12 });
		expect(publishedSeq(wall(played), 'minutes', 'a1')).toBe(12);
		expect(publishedSeq(wall(played), 'minutes', 'a2')).toBe(0);
		played.do('m01', { type: 'text.publish', document: 'minutes', block: null }, { textSeq: () => 15 });
		expect(publishedSeq(wall(played), 'minutes', 'a1')).toBe(15);
		expect(publishedSeq(wall(played), 'resolution', 'c1')).toBe(0);
		expect(played.do('m01', { type: 'text.publish', document: 'minutes', block: 'c1' })).toBe('unknown');
		expect(played.do('m03', { type: 'text.publish', document: 'minutes', block: 'a1' })).toBe('not-allowed');
	});

	test('[WA5] where only what is published is shown, showing it by hand publishes it', () => {
		const played = opened().all(['m01', { type: 'wall.wording', wording: 'published' }]);
		expect(publishedSeq(wall(played), 'resolution', 'c1')).toBe(7);
		const show = { type: 'projection.show', show: 'document', what: 'c1' } as const;
		expect(played.do('m01', show, { textSeq: () => 9 })).toEqual(['projection.shown', 'text.published']);
		expect(publishedSeq(wall(played), 'resolution', 'c1')).toBe(9);
		played.all(['m01', { type: 'wall.wording', wording: 'settled' }]);
		expect(played.do('m01', show)).toEqual(['projection.shown']);
	});

	test('[WA6] a pinned screen keeps its slide until it is let go; only it and the desk know', () => {
		const played = opened().all(['m01', { type: 'wall.pin', screen: 'w2', slide: { show: 'agenda' } }]);
		expect(wall(played).pinned).toEqual({ w2: { show: 'agenda' } });
		const pinned = played.events.at(-1);
		if (!pinned) throw new Error('nothing happened');
		expect(isForEverybody(pinned, played.meeting)).toBe(false);
		const seenBy = (person: string | null, device: string) =>
			shown(pinned, { person, device }, played.meeting).type;
		expect(seenBy('m02', 'd')).toBe('wall.pinned');
		expect(seenBy(null, 'w2')).toBe('wall.pinned');
		expect(seenBy(null, 'w1')).toBe('hidden');
		expect(seenBy('m03', 'd')).toBe('hidden');
		played.all(['m01', { type: 'wall.pin', screen: 'w2', slide: null }]);
		expect(wall(played).pinned).toEqual({});
	});

	test('[WA6][WA7] the chosen screen leads while it is there; one that has drawn less is behind', () => {
		const receipt = { seq: 8, texts: {}, page: 0, pages: 1 };
		const screens = [
			{ screen: 'w2', number: 2, receipt, at: 0 },
			{ screen: 'w1', number: 1, receipt: null, at: 0 }
		];
		expect(leading(screens, null)?.screen).toBe('w1');
		expect(leading(screens, 'w2')?.screen).toBe('w2');
		expect(leading(screens, 'gone')?.screen).toBe('w1');
		expect(screens.map((each) => isBehind(each, 9))).toEqual([true, false]);
		expect(screens.map((each) => isBehind(each, 8))).toEqual([false, false]);
	});

	test('[WA8] the desk sets the size of the letters', () => {
		const played = opened().all(['m02', { type: 'wall.size', size: 'back-row' }]);
		expect(wall(played).size).toBe('back-row');
	});
});
