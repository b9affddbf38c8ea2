import { describe, expect, test } from 'vitest';
import { checkIn, opened, Played } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { shown } from '../meeting/shown.ts';
import { personOf, sharedBy } from './lobby.ts';

const claim = (ref: string, member: string): Command => ({ type: 'join.claim', ref, member });
const confirm = (...entries: string[]): Command => ({ type: 'join.confirm', entries });
const share = (entry: string, ...members: string[]): Command => ({ type: 'join.share', entry, members });
const use = (member: string): Command => ({ type: 'join.use', member });
const TABLET = { device: 'device-tablet' };

/** m03 came in with the tablet, which the desk gave to m04 and m05 as well. */
function passedRound(played = opened()): Played {
	return played.all(
		['tablet', claim('e1', 'm03')],
		['m02', confirm('e1')],
		['m02', share('e1', 'm04', 'm05')]
	);
}

describe('a shared device', () => {
	test('[LO6] is marked by the desk alone, and holds the names that the desk gives', () => {
		const played = new Played().all(['tablet', claim('e1', 'm03')]);
		expect(played.do('m02', share('e1', 'm04'))).toBe('not-waiting');
		played.all(['m02', confirm('e1')]);
		expect(played.do('m03', share('e1', 'm04'))).toBe('not-allowed');
		expect(sharedBy(played.meeting.lobby, 'device-tablet')).toBeNull();
		expect(played.do('m02', share('e1', 'm04', 'm05', 'm04'))).toEqual(['join.shared']);
		expect(sharedBy(played.meeting.lobby, 'device-tablet')).toMatchObject({
			members: ['m03', 'm04', 'm05'],
			user: 'm03'
		});
	});

	test('[LO6] takes no name of the desk, of a guest, of nobody, or of another device', () => {
		const played = opened()
			.all(['m01', { type: 'minutes.appoint', to: 'm04' }])
			.all(['phone', claim('e0', 'm05')], ['tablet', claim('e1', 'm03')], ['m02', confirm('e0', 'e1')]);
		const tried = (...members: string[]) => played.do('m02', share('e1', ...members));
		expect(['m01', 'm02', 'm04', 'o1'].map((id) => tried(id))).toEqual(Array(4).fill('not-eligible'));
		expect(tried('nobody')).toBe('unknown');
		expect(tried('p1', 'm05')).toBe('name-taken');
		expect(tried('p1')).toEqual(['join.shared']);
		// What the tablet holds no other device is given.
		expect(played.do('other', claim('e2', 'p1'))).toBe('name-taken');
	});

	test('[LO6] is one person’s again when the desk says so, and nobody’s when it is revoked', () => {
		const played = passedRound();
		played.do('m03', use('m05'), TABLET);
		expect(played.do('m02', share('e1'))).toEqual(['join.shared']);
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBe('m03');
		expect(played.do('m03', use('m05'), TABLET)).toBe('not-shared');
		played.all(['m02', share('e1', 'm04')], ['m02', { type: 'join.revoke', entry: 'e1' }]);
		expect(sharedBy(played.meeting.lobby, 'device-tablet')).toBeNull();
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBeNull();
		expect(played.do('other', claim('e2', 'm04'))).toEqual(['join.claimed']);
	});

	test('[LO6] whose names change under somebody’s hands goes back to who came in with it', () => {
		const played = passedRound();
		played.do('m03', use('m05'), TABLET);
		played.all(['m02', share('e1', 'm04', 'm05', 'p1')]);
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBe('m05');
		played.all(['m02', share('e1', 'm04')]);
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBe('m03');
	});

	test('[LO7] speaks for whoever chose their name on it, and for nobody who is not on it', () => {
		const played = passedRound();
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBe('m03');
		expect(played.do('m03', use('m05'), TABLET)).toEqual(['join.used']);
		expect(personOf(played.meeting.lobby, 'device-tablet')).toBe('m05');
		expect(played.do('m05', use('p1'), TABLET)).toBe('unknown');
		expect(played.do('m04', use('m05'), { device: 'device-m04' })).toBe('not-shared');
	});

	test('[LO6] whoever is given an office is not chosen on it any more', () => {
		const played = passedRound().all(['m01', { type: 'minutes.appoint', to: 'm04' }]);
		expect(played.do('m03', use('m04'), TABLET)).toBe('not-eligible');
		expect(played.do('m03', use('m05'), TABLET)).toEqual(['join.used']);
	});

	test('[LO7] who has it in hand is told to the desk and to the device', () => {
		const played = passedRound();
		played.do('m03', use('m05'), TABLET);
		const last = played.events.at(-1);
		if (last?.type !== 'join.used') throw new Error('nobody took it');
		const seen = (person: string | null, device: string) =>
			shown(last, { person, device }, played.meeting).type;
		expect(seen('m02', 'desk')).toBe('join.used');
		expect(seen('m05', 'device-tablet')).toBe('join.used');
		expect(seen('m04', 'device-m04')).toBe('hidden');
		expect(seen(null, 'wall')).toBe('hidden');
	});

	test('[LO8][VO16] a secret ballot needs a name that was chosen for it', () => {
		const cast: Command = { type: 'ballot.cast', vote: 'v1', choice: 'for' };
		const question = { title: 'Kín', threshold: 'majority', subject: { kind: 'other' } } as const;
		const played = passedRound(opened().all(...checkIn('m05')));
		played.do('m03', use('m05'), TABLET);
		played.all(
			['m01', { type: 'vote.put', ref: 'v1', ballot: 'secret-app', ...question }],
			['m01', { type: 'vote.open', vote: 'v1' }]
		);
		// The name stands there from before: whoever holds the tablet now may be somebody else.
		expect(played.do('m05', cast, TABLET)).toBe('choose-name');
		played.do('m05', use('m05'), TABLET);
		expect(played.do('m05', cast, TABLET)).toEqual(['ballot.recorded']);
		expect(played.do('m05', cast, TABLET)).toBe('already-voted');
		played.do('m05', use('m04'), TABLET);
		const late = (played.now - played.events[0]!.at) / 1000 + 121;
		expect(played.at(late).do('m04', cast, TABLET)).toBe('choose-name');
		played.do('m04', use('m04'), TABLET);
		expect(played.do('m04', cast, TABLET)).toEqual(['ballot.recorded']);
		// Everybody's own device needs nothing of the kind.
		expect(played.do('m01', cast)).toEqual(['ballot.recorded']);
	});

	test('[LO8] an open ballot shows whose it is, and needs no more than the name', () => {
		const question = { title: 'Mở', threshold: 'majority', subject: { kind: 'other' } } as const;
		const played = passedRound();
		played.do('m03', use('m04'), TABLET);
		played.all(
			['m01', { type: 'vote.put', ref: 'v1', ballot: 'open', ...question }],
			['m01', { type: 'vote.open', vote: 'v1' }]
		);
		expect(played.do('m04', { type: 'ballot.cast', vote: 'v1', choice: 'for' }, TABLET)).toEqual([
			'ballot.recorded'
		]);
	});
});
