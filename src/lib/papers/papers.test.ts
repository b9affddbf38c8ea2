import { describe, expect, test } from 'vitest';
import { member, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { byLevel } from './levels.ts';

const publish = (ref: string, restricted = false): Command => ({
	type: 'paper.publish',
	ref,
	title: `Tài liệu ${ref}`,
	pages: 3,
	level: 'grassroots',
	...(restricted && { restrictedTo: 'members' as const })
});
const open = (paper: string): Command => ({ type: 'paper.open', paper });
const attach = (paper: string): Command => ({
	type: 'paper.attach',
	paper,
	file: { id: 'f1', name: 'bao-cao.pdf', kind: 'pdf', bytes: 9, sha256: 'a'.repeat(64) }
});

const PEOPLE = [...setup().people, member('m06', { office: 'cell_committee_member' })];

function papersOf(played: Played, person: string | null): Meeting['papers'] {
	let meeting: Meeting | null = null;
	for (const event of played.events)
		meeting = evolve(meeting, shown(event, { person, device: '' }, played.meeting));
	return meeting?.papers ?? [];
}

describe('posting', () => {
	test('[PA1] the committee posts before the meeting and while it runs, nobody else', () => {
		const before = new Played({ people: PEOPLE }, START - 86_400_000);
		expect(before.do('m06', publish('d1'))).toEqual(['paper.published']);
		expect(['m03', 'o1', 'p1'].map((who) => before.do(who, publish('d2')))).toEqual([
			'not-allowed',
			'not-allowed',
			'not-allowed'
		]);
		expect(before.do('m01', publish('d1'))).toBe('id-taken');
		const running = opened().all(['m02', publish('d1')]);
		running.all(['m01', { type: 'meeting.end' }]);
		expect(running.do('m01', publish('d2'))).toBe('wrong-phase');
		expect(running.meeting.papers).toMatchObject([
			{ id: 'd1', pages: 3, level: 'grassroots', restricted: false }
		]);
	});

	test('[PA4] the committee gives a file to a paper that is there; the newest counts', () => {
		const played = opened().all(['m01', publish('d1')], ['m02', attach('d1')]);
		expect(played.meeting.papers[0]?.file?.name).toBe('bao-cao.pdf');
		expect(played.do('m02', attach('d9'))).toBe('unknown');
		expect(played.do('m03', attach('d1'))).toBe('not-allowed');
	});
});

describe('reading', () => {
	test('[PA2] an observer opens no paper for members, and learns neither its title nor its file', () => {
		const played = opened().all(['m01', publish('d1', true)], ['m01', attach('d1')], ['m03', open('d1')]);
		expect(played.do('o1', open('d1'))).toBe('restricted');
		expect(played.do('p1', open('d1'))).toEqual(['paper.opened']);
		for (const person of ['o1', 'o2', null]) {
			expect(papersOf(played, person)).toMatchObject([{ title: '', restricted: true, file: null }]);
			const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
			expect(JSON.stringify(seen)).not.toMatch(/Tài liệu d1|bao-cao/);
		}
		expect(papersOf(played, 'm04')).toMatchObject([{ title: 'Tài liệu d1', file: { name: 'bao-cao.pdf' } }]);
	});

	test('[PA3] the first time counts, of each person', () => {
		const played = opened().all(['m01', publish('d1')]);
		played.at(100).all(['m03', open('d1')]);
		played.at(200).all(['m03', open('d1')]);
		played.at(300).all(['o1', open('d1')]);
		expect(played.meeting.papers[0]?.openedAt).toEqual({ m03: START + 100_000, o1: START + 300_000 });
		expect(played.do('m03', open('d9'))).toBe('unknown');
	});

	test('[PA3] committee and recorders see who read, the others their own reading', () => {
		const played = opened({ people: PEOPLE }).all(
			['m01', publish('d1')],
			['m03', open('d1')],
			['m04', open('d1')]
		);
		const readers = (person: string | null) => Object.keys(papersOf(played, person)[0]?.openedAt ?? {});
		expect(['m01', 'm02', 'm06', 'm03', 'p1', 'o1', null].map(readers)).toEqual([
			['m04', 'm03'],
			['m04', 'm03'],
			['m04', 'm03'],
			['m03'],
			[],
			[],
			[]
		]);
		// Whoever keeps the minutes from now on sees it from now on.
		played.all(['m01', { type: 'minutes.appoint', to: 'p1' }]);
		expect(readers('p1')).toEqual(['m04', 'm03']);
	});

	test('[PA5] papers are opened after the end as well', () => {
		const played = opened().all(['m01', publish('d1')], ['m01', { type: 'meeting.end' }]);
		expect(played.do('m03', open('d1'))).toEqual(['paper.opened']);
	});

	test('one packet serves all for a paper of everybody', () => {
		const played = opened().all(['m01', publish('d1')], ['m01', publish('d2', true)], ['m03', open('d1')]);
		const about = played.events.filter(({ type }) => type.startsWith('paper.'));
		expect(about.map((event) => isForEverybody(event, played.meeting))).toEqual([true, false, false]);
	});
});

test('[PA6] papers lie by who issued them, and a level above the cell that has none says so', () => {
	const issued = (
		ref: string,
		level: 'central' | 'province' | 'cell' | null,
		restricted = false
	): Command => {
		const { level: _, ...command } = publish(ref, restricted) as Extract<Command, { type: 'paper.publish' }>;
		return level ? { ...command, level } : command;
	};
	const played = new Played({ people: PEOPLE }, START - 86_400_000);
	const shelves = (person: string) =>
		byLevel(papersOf(played, person)).map(({ level, papers, isEmpty }) => [
			level,
			isEmpty ? 'empty' : papers.map(({ id }) => id)
		]);
	expect(shelves('m03')).toEqual([
		['central', 'empty'],
		['province', 'empty'],
		['sector', 'empty'],
		['grassroots', 'empty']
	]);
	played.all(
		['m06', issued('d1', 'province')],
		['m06', issued('d2', null)],
		['m06', issued('d3', 'central', true)],
		['m06', issued('d4', 'province')]
	);
	expect(shelves('m03')).toEqual([
		['central', ['d3']],
		['province', ['d1', 'd4']],
		['sector', 'empty'],
		['grassroots', 'empty'],
		[null, ['d2']]
	]);
	// Of what is not for them observers learn neither that it is there nor that it is not.
	expect(shelves('o1')).toEqual([
		['province', ['d1', 'd4']],
		['sector', 'empty'],
		['grassroots', 'empty'],
		[null, ['d2']]
	]);
});
