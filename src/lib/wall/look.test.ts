import { expect, test } from 'vitest';
import { opened, Played } from '../../../tests/support/meeting.ts';
import { lookOf } from './look.ts';

const kindOf = (played: Played) => lookOf(played.meeting).kind;

test('before the opening the way in is shown', () => {
	expect(kindOf(new Played())).toBe('join');
});

test('[WA1] a new item shows itself, whatever was shown by hand', () => {
	const played = opened().all(['m01', { type: 'projection.show', show: 'blank' }]);
	expect(kindOf(played)).toBe('blank');
	played.all(['m01', { type: 'item.start', item: 'a2' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'item', item: 'a2' });
});

test('[WA2] a clause is read from the resolution, a section from the minutes', () => {
	const played = opened().all(['m01', { type: 'projection.show', show: 'document', what: 'c1' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'text', document: 'resolution', block: 'c1' });
	played.all(['m01', { type: 'projection.show', show: 'document', what: 'a2' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'text', document: 'minutes', block: 'a2' });
});

test('[WA2] an amendment is shown with its clause', () => {
	const played = opened();
	played.do('m03', { type: 'amendment.propose', ref: 'x1', kind: 'append', clause: 'c1', text: 'thêm' });
	played.all(['m01', { type: 'projection.show', show: 'document', what: 'x1' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'amendment', amendment: { id: 'x1', label: 'I.1' } });
});

test('a vote that is not there leaves the item on the screen', () => {
	const played = opened().all(['m01', { type: 'projection.show', show: 'vote' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'item', item: 'a1' });
});

test('after the end the meeting’s title stands there, and no way in', () => {
	const played = opened().all(
		['m01', { type: 'meeting.end' }],
		['m01', { type: 'projection.show', show: 'join' }]
	);
	expect(kindOf(played)).toBe('title');
});

test('whoever has the floor is shown beside the content', () => {
	const played = opened().all(['m01', { type: 'floor.invite', ref: 't1', to: 'm03', kind: 'free' }]);
	expect(lookOf(played.meeting).speaker?.person).toBe('m03');
	played.all(['m01', { type: 'floor.end', turn: 't1' }]);
	expect(lookOf(played.meeting).speaker).toBeUndefined();
});

test('[WA2] a whole text, a message, a break and the speaker have slides of their own', () => {
	const played = opened().all(['m01', { type: 'projection.show', show: 'document', what: 'draft' }]);
	expect(lookOf(played.meeting)).toMatchObject({ kind: 'text', document: 'resolution', block: null });
	played.all(['m01', { type: 'projection.show', show: 'speaker' }]);
	expect(kindOf(played)).toBe('item');
	played.all(['m01', { type: 'floor.invite', ref: 't1', to: 'm03', kind: 'free' }]);
	expect(kindOf(played)).toBe('speaker');
	played.all(['m01', { type: 'projection.show', show: 'document', what: 'nowhere' }]);
	expect(kindOf(played)).toBe('item');
});

test('[WA6] a pinned screen looks at its own slide', () => {
	const played = opened().all(['m01', { type: 'wall.pin', screen: 'w2', slide: { show: 'agenda' } }]);
	expect(lookOf(played.meeting, 'w2').kind).toBe('agenda');
	expect(lookOf(played.meeting, 'w1').kind).toBe('item');
});

test('[WA10] once the record is sealed and on disk every screen shows the title, which bears its fingerprint', () => {
	const played = opened().all(
		['m01', { type: 'wall.pin', screen: 'w2', slide: { show: 'agenda' } }],
		['m01', { type: 'meeting.end' }],
		['m01', { type: 'projection.show', show: 'blank' }],
		['m01', { type: 'record.seal' }]
	);
	expect(kindOf(played)).toBe('blank');
	played.happen({ type: 'record.kept', number: 1, hash: 'ab'.repeat(32), signature: 's', key: 'k' });
	for (const screen of ['w1', 'w2'])
		expect(lookOf(played.meeting, screen)).toEqual({ kind: 'title', speaker: undefined });
});
