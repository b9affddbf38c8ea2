import { describe, expect, test } from 'vitest';
import { opened, Played } from '../../../tests/support/meeting.ts';
import * as v from 'valibot';
import { Command } from '../meeting/contract.ts';
import { delegations } from '../remarks/readers.ts';
import { observers } from './roster.ts';

const WARD = 'Đoàn Đảng ủy phường';
const guest = { name: 'Lê Văn Khách', title: 'Bí thư', organisation: 'Chi bộ 5', mode: 'room' } as const;
const invite = (ref: string, more: object = {}) =>
	({ type: 'observer.invite', ref, ...guest, ...more }) as Command;
const change = (observer: string, more: object = {}) =>
	({
		type: 'observer.change',
		observer,
		...guest,
		rank: 'guest_observer',
		supervises: false,
		...more
	}) as Command;

describe('[RE9] who observes is written down by the desk', () => {
	test('with delegation, standing and quota, before the meeting and while it runs', () => {
		const played = new Played();
		const whole = {
			delegation: WARD,
			rank: 'delegation_head',
			supervises: true,
			quota: { required: 4, attendedBefore: 1 }
		};
		expect(played.do('m03', invite('g1', whole))).toBe('not-allowed');
		expect(played.do('m02', invite('g1', whole))).toEqual(['roster.changed']);
		expect(played.meeting.people.g1).toEqual({ kind: 'observer', id: 'g1', ...guest, ...whole });
		expect(played.do('m02', invite('g1'))).toBe('id-taken');
		const running = opened();
		expect(running.do('m01', invite('g2'))).toEqual(['roster.changed']);
		expect(running.meeting.people.g2).toMatchObject({ rank: 'guest_observer', supervises: false });
	});

	test('and changed anew: what is left out is not so any more', () => {
		const played = opened().all([
			'm02',
			change('o1', { delegation: WARD, quota: { required: 4, attendedBefore: 0 } })
		]);
		expect(played.meeting.people.o1).toMatchObject({ name: 'Lê Văn Khách', delegation: WARD });
		played.all(['m02', change('o1', { supervises: true })]);
		expect(played.meeting.people.o1).toEqual({
			kind: 'observer',
			id: 'o1',
			...guest,
			rank: 'guest_observer',
			supervises: true
		});
		expect(played.do('m02', change('m03'))).toBe('not-eligible');
		expect(played.do('m02', change('nobody'))).toBe('unknown');
		expect(played.do('o1', change('o1'))).toBe('not-allowed');
	});

	test('a delegation has one head; two levels in one meeting have one each', () => {
		const head = { rank: 'delegation_head' };
		const played = new Played().all(
			['m02', invite('a', { delegation: WARD, ...head })],
			['m02', invite('b', { delegation: 'Đoàn thành phố', ...head })],
			['m02', invite('c', { delegation: WARD, ...head })]
		);
		const [ward, city] = delegations(observers(played.meeting.people));
		expect(ward?.people.map(({ id, rank }) => [id, rank])).toEqual([
			['c', 'delegation_head'],
			['a', 'higher_level_delegate']
		]);
		expect(city?.people).toMatchObject([{ id: 'b', rank: 'delegation_head' }]);
	});

	test('a number that cannot be, or a name too long to show, is not taken', () => {
		const parses = (command: Command) => v.safeParse(Command, command).success;
		expect(parses(invite('g1', { quota: { required: 4, attendedBefore: 0 } }))).toBe(true);
		expect(parses(invite('g1', { quota: { required: -1, attendedBefore: 0 } }))).toBe(false);
		expect(parses(invite('g1', { quota: { required: 1.5, attendedBefore: 0 } }))).toBe(false);
		expect(parses(change('o1', { delegation: 'x'.repeat(201) }))).toBe(false);
		expect(parses(change('o1', { delegation: '' }))).toBe(false);
	});
});
