import { describe, expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import type { LoggedEvent } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';
import { house, type Meeting } from '../meeting/state.ts';
import { documentRight, mayRead } from '../people/may.ts';
import { closedSeconds, running } from './closed.ts';

const comment = (ref: string, text = 'ý kiến') =>
	({ type: 'comment.post', ref, on: { kind: 'item', ref: 'a2' }, text }) as const;
const ask = (ref: string) => ({ type: 'floor.request', ref, kind: 'self-criticism' }) as const;

/** With a second observer in the room, who may stay; o1 waits outside. */
function begun(): Played {
	return opened().all(['o2', { type: 'observer.join' }], ['m01', { type: 'closed.begin', keepOut: ['o1'] }]);
}

/** The events as somebody sees them at the end of what was played. */
function seen(played: Played, person: string | null): LoggedEvent[] {
	return played.events.map((event) => shown(event, { person, device: `d-${person}` }, played.meeting));
}

function folded(events: readonly LoggedEvent[]): Meeting {
	const meeting = events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	if (!meeting) throw new Error('no events');
	return meeting;
}

const right = ({ meeting }: Played, person: string, document: Parameters<typeof documentRight>[2]) =>
	documentRight(house(meeting), person, document);

describe('closed session', () => {
	test('[CS1] the chair alone begins and ends it, while the meeting runs, one part at a time', () => {
		const played = opened();
		expect(played.do('m02', { type: 'closed.begin' })).toBe('not-chair');
		expect(played.do('m01', { type: 'closed.end' })).toBe('not-closed');
		expect(played.do('m01', { type: 'closed.begin', keepOut: ['o9'] })).toBe('unknown');
		expect(played.do('m01', { type: 'closed.begin', keepOut: ['m03'] })).toBe('not-eligible');
		played.all(['m01', { type: 'closed.begin' }]);
		expect(played.do('m01', { type: 'closed.begin' })).toBe('already-closed');
		played.at(100).all(['m01', { type: 'closed.end' }], ['m01', { type: 'closed.begin' }]);
		expect(played.meeting.closed.map(({ number }) => number)).toEqual([1, 2]);
	});

	test('[CS1] it ends with the meeting, and its time is counted to the second', () => {
		const played = opened()
			.at(60)
			.all(['m01', { type: 'closed.begin' }])
			.at(90)
			.all(['m01', { type: 'closed.end' }])
			.at(100)
			.all(['m01', { type: 'closed.begin' }])
			.at(115);
		expect(played.do('m01', { type: 'meeting.end' })).toEqual([
			'item.ended',
			'closed.ended',
			'meeting.ended'
		]);
		expect(running(played.meeting.closed)).toBeUndefined();
		expect(closedSeconds(played.meeting.closed, 0)).toBe(45);
	});

	test('[CS2] all observers wait outside unless some are named; who comes later does as well', () => {
		const all = opened().all(['m01', { type: 'closed.begin' }]);
		expect(all.meeting.closed[0]).toMatchObject({ keptOut: ['o1', 'o2'], stay: [] });
		const some = begun();
		expect(some.meeting.closed[0]).toMatchObject({ keptOut: ['o1'], stay: ['o2'] });
		const guest = { ref: 'o3', name: 'Trần Khách', title: 'Cán bộ', organisation: 'Phường' } as const;
		some.all(['m02', { type: 'observer.invite', ...guest, mode: 'remote' }]);
		const reads = (person: string) => mayRead(house(some.meeting), person, 'minutes');
		expect(['m03', 'p1', 'o1', 'o2', 'o3'].map(reads)).toEqual([true, true, false, true, false]);
	});

	test('[CS3] until it ends, who is outside sees nothing but their own acts, in numbers without gaps', () => {
		const played = begun().all(
			['m03', comment('k1')],
			['m01', { type: 'item.start', item: 'a2' }],
			['m04', ask('r1')],
			['m01', { type: 'floor.grant', request: 'r1' }],
			['o1', { type: 'observer.leave' }]
		);
		const first = played.events.findIndex(({ type }) => type === 'closed.begun');
		const inside = seen(played, 'o1').slice(first + 1);
		expect(inside.map(({ type }) => type)).toEqual([...Array(5).fill('hidden'), 'observer.left']);
		expect(
			seen(played, null)
				.slice(first + 1)
				.every(({ type }) => type === 'hidden')
		).toBe(true);
		expect(seen(played, 'o1').map(({ seq }) => seq)).toEqual(played.events.map(({ seq }) => seq));
		expect(seen(played, 'o2').slice(first)).toEqual(played.events.slice(first));
		expect(isForEverybody(played.events[first] as LoggedEvent, played.meeting)).toBe(true);
		expect(isForEverybody(played.events[first + 1] as LoggedEvent, played.meeting)).toBe(false);
	});

	test('[CS3] a comment of who is outside is refused, after what else is wrong with it', () => {
		const played = opened().all(['m01', { type: 'closed.begin' }]);
		expect(played.do('o1', comment('k1'))).toBe('closed-session');
		expect(played.do('o2', comment('k2'))).toBe('not-present');
		played.all(['m01', { type: 'closed.end' }], ['o1', comment('k3')]);
	});

	test('[CS4] what was said inside stays hidden afterwards, what is public is public again', () => {
		const played = begun()
			.at(100)
			.all(
				['m03', comment('k1', 'bí mật')],
				['m04', ask('r1')],
				['m01', { type: 'floor.grant', request: 'r1' }],
				['m01', { type: 'floor.end', turn: 'r1' }],
				['m02', { type: 'minutes.write', ref: 'n1', text: 'bí mật' }],
				['m01', { type: 'item.start', item: 'a2' }],
				['p1', { type: 'attendance.leave' }]
			)
			.at(200)
			.all(['m01', { type: 'closed.end' }]);
		const before = folded(seen(played, 'm03'));
		const outside = folded(seen(played, 'o1'));
		expect(outside.agenda).toEqual(before.agenda);
		expect(outside.rollcall).toEqual(before.rollcall);
		expect(outside).toMatchObject({ comments: [], notes: [], floor: { requests: [], turns: [] } });
		expect(JSON.stringify(seen(played, 'o1'))).not.toContain('bí mật');
		expect(folded(seen(played, 'm03')).comments).toHaveLength(1);
	});

	test('[CS4] turns and requests that began before or go on after are whole', () => {
		const played = opened()
			.all(
				['m03', ask('r0')],
				['m04', ask('r1')],
				['m01', { type: 'floor.grant', request: 'r0' }],
				['m01', { type: 'closed.begin' }]
			)
			.at(50)
			.all(
				['m01', { type: 'floor.end', turn: 'r0' }],
				['p1', ask('r2')],
				['m03', ask('r3')],
				['m03', { type: 'floor.withdraw', request: 'r3' }],
				['m01', { type: 'floor.invite', ref: 'i1', to: 'm02', kind: 'free' }],
				['m01', { type: 'floor.extend', seconds: 30 }],
				['m01', { type: 'closed.end' }],
				['m01', { type: 'floor.end', turn: 'i1' }],
				['m01', { type: 'floor.grant', request: 'r2' }]
			);
		const { floor } = folded(seen(played, 'o1'));
		expect(floor.turns).toEqual(played.meeting.floor.turns);
		expect(floor.requests).toEqual(played.meeting.floor.requests.filter(({ id }) => id !== 'r3'));
	});

	test('[CS4] a question on an open text is public with its result, any other stays inside', () => {
		const ballot = { threshold: 'majority', ballot: 'hands' } as const;
		const counts = { for: 4, against: 0, abstain: 0 };
		const question = (ref: string, kind: 'resolution' | 'other') =>
			[
				['m01', { type: 'vote.put', ref, title: `Câu hỏi ${ref}`, subject: { kind }, ...ballot }],
				['m01', { type: 'vote.open', vote: ref }],
				['m02', { type: 'hands.count', vote: ref, counts }],
				['m01', { type: 'vote.close', vote: ref }]
			] as const;
		const played = begun().all(...question('v1', 'resolution'), ...question('v2', 'other'), [
			'm01',
			{ type: 'closed.end' }
		]);
		const outside = folded(seen(played, 'o1'));
		expect(outside.votes.map(({ id, state }) => [id, state])).toEqual([['v1', 'closed']]);
		expect(house(outside).resolutionFrozen).toBe(true);
	});

	test('[CS4] the answer given inside to an earlier comment is left out, that it was dealt with is not', () => {
		const played = opened()
			.all(['o1', comment('k1')], ['m01', { type: 'closed.begin' }])
			.all(
				['m02', { type: 'comment.handle', comment: 'k1', status: 'answered', reply: 'bí mật' }],
				['m01', { type: 'closed.end' }]
			);
		const [mine] = folded(seen(played, 'o1')).comments;
		expect(mine).toMatchObject({ id: 'k1', status: 'answered' });
		expect(mine?.reply).toBeUndefined();
	});

	test('[CS5] the open texts are read only, notes go into the document of the part', () => {
		const played = begun();
		expect(['m01', 'm03', 'o2'].map((id) => right(played, id, 'minutes'))).toEqual(['read', 'read', 'read']);
		expect(['m01', 'm03', 'o2'].map((id) => right(played, id, 'closed-1'))).toEqual(['edit', 'edit', 'edit']);
		expect(played.do('m01', { type: 'text.edit', clause: 'c1', find: 'một', replace: 'hai' })).toBe(
			'text-frozen'
		);
		expect(played.do('o1', { type: 'minutes.write', ref: 'n0', text: 'ghi' })).toBe('not-allowed');
		played.all(
			['m03', { type: 'minutes.write', ref: 'n1', text: 'ghi' }],
			['m01', { type: 'item.start', item: 'a2' }],
			['m01', { type: 'closed.end' }],
			['m03', { type: 'minutes.write', ref: 'n2', text: 'ghi' }]
		);
		expect(played.meeting.notes.map(({ document }) => document)).toEqual(['closed-1', 'minutes']);
		expect(played.meeting.closed[0]?.sections).toEqual(['a1', 'a2']);
		expect(right(played, 'm03', 'minutes')).toBe('edit');
	});

	test('[CS5] amendments are proposed and taken in inside; outside only the draft shows them', () => {
		const played = begun();
		const change = { clause: 'c1', kind: 'append', text: 'Hai là, gửi tài liệu sớm.' } as const;
		played.all(
			['m03', { type: 'amendment.propose', ref: 'am1', ...change }],
			['m01', { type: 'closed.end' }]
		);
		expect(folded(seen(played, 'o1')).amendments.map(({ id }) => id)).toEqual(['am1']);
		played.all(['m01', { type: 'closed.begin', keepOut: ['o1'] }]);
		expect(played.do('m03', { type: 'amendment.propose', ref: 'am2', ...change })).toEqual([
			'amendment.proposed'
		]);
		played.all(['m01', { type: 'amendment.accept', amendment: 'am2' }], ['m01', { type: 'closed.end' }]);
		expect(folded(seen(played, 'o1')).amendments.map(({ id }) => id)).toEqual(['am1']);
	});

	test('[CS6] the document of a part exists for who was inside alone, and is frozen with the meeting', () => {
		const played = begun().all(['m01', { type: 'closed.end' }]);
		expect(['m03', 'o2', 'o1'].map((id) => right(played, id, 'closed-1'))).toEqual(['edit', 'edit', null]);
		expect(mayRead(house(played.meeting), null, 'closed-1')).toBe(false);
		expect(mayRead(house(played.meeting), null, 'minutes')).toBe(true);
		expect(right(played, 'm03', 'closed-2')).toBeNull();
		played.all(['m01', { type: 'access.preset', preset: 'chaired' }]);
		expect(['m01', 'm03', 'o2'].map((id) => right(played, id, 'closed-1'))).toEqual([
			'edit',
			'propose',
			'comment'
		]);
		played.all(['m01', { type: 'meeting.end' }]);
		expect(['m01', 'o1'].map((id) => right(played, id, 'closed-1'))).toEqual(['read', null]);
	});
});
