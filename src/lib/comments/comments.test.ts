import { describe, expect, test } from 'vitest';
import { member, opened, Played, setup, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { isForEverybody, shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';

type Post = Extract<Command, { type: 'comment.post' }>;

const post = (ref: string, extra: Partial<Post> = {}): Post => ({
	type: 'comment.post',
	ref,
	on: { kind: 'item', ref: 'a2' },
	text: `ý kiến ${ref}`,
	...extra
});
const handle = (comment: string, status: 'noted' | 'accepted' | 'for-debrief' = 'noted'): Command => ({
	type: 'comment.handle',
	comment,
	status
});
const replyTo = (comment: string, ref: string): Command => ({
	type: 'comment.reply',
	comment,
	ref,
	text: `trả lời ${ref}`
});

/** A committee member besides the desk, so that each circle has somebody of its own. */
const PEOPLE = setup().people.map((person) =>
	person.id === 'm04' ? member('m04', { office: 'cell_committee_member' }) : person
);

/** What somebody's page holds that was open all the time: each event as it was shown when it happened. */
class Watched {
	#meeting: Meeting | null = null;
	#seen = 0;
	readonly #played: Played;
	readonly #person: string | null;

	constructor(played: Played, person: string | null) {
		this.#played = played;
		this.#person = person;
	}

	comments(): Meeting['comments'] {
		const { events, meeting } = this.#played;
		for (const event of events.slice(this.#seen))
			this.#meeting = evolve(this.#meeting, shown(event, { person: this.#person, device: '' }, meeting));
		this.#seen = events.length;
		return this.#meeting?.comments ?? [];
	}
}

function page(played: Played, person: string | null): Meeting['comments'] {
	return new Watched(played, person).comments();
}

/** The comments that somebody's page holds, opened now. */
function read(played: Played, person: string | null): string[] {
	return page(played, person)
		.filter(({ text }) => text !== '')
		.map(({ id }) => id);
}

const EVERYBODY = ['m01', 'm02', 'm03', 'm04', 'p1', 'o1', 'o2', null];
const readers = (played: Played, comment: string) =>
	EVERYBODY.filter((person) => read(played, person).includes(comment));

describe('who comments', () => {
	test('[CO1] a member comments from afar, an observer only when joined, on what exists', () => {
		const played = opened();
		expect(played.do('m05', post('k1'))).toEqual(['comment.posted']);
		expect(played.do('o2', post('k2'))).toBe('not-present');
		for (const kind of ['clause', 'paper', 'question'] as const)
			expect(played.do('m03', post('k3', { on: { kind, ref: 'a2' } }))).toBe('unknown');
	});

	test('[CO1] a paper and a question of the preparation take comments', () => {
		const played = opened().all(
			['m01', { type: 'paper.publish', ref: 'd1', title: 'Báo cáo' }],
			['m01', { type: 'question.add', ref: 'q1', text: 'Vì sao mới đạt 62%?' }],
			['m03', post('k1', { on: { kind: 'paper', ref: 'd1' } })],
			['m03', post('k2', { on: { kind: 'question', ref: 'q1' }, asks: true })]
		);
		expect(played.meeting.comments.map(({ on, asks }) => [on.kind, asks])).toEqual([
			['paper', false],
			['question', true]
		]);
	});

	test('[CO3] the moment of writing is held between the loss of the link and the arrival', () => {
		const played = opened().at(500);
		const writtenAt = (claimed: number, lostAt: number | null) => {
			played.at(500).do('m03', post(`k${played.events.length}`, { writtenAt: claimed }), { lostAt });
			return played.meeting.comments.at(-1)?.writtenAt;
		};
		const lost = START + 400_000;
		expect(writtenAt(START + 450_000, lost)).toBe(START + 450_000);
		expect(writtenAt(START + 100_000, lost)).toBe(lost);
		expect(writtenAt(START + 900_000, lost)).toBe(START + 500_000);
		expect(writtenAt(START + 100_000, null)).toBe(START + 500_000);
	});
});

describe('who deals with it', () => {
	test('[CO4] recorders, committee and the responsible; the last word counts', () => {
		const played = opened().all(['p1', post('k1')]);
		expect(['m04', 'o1', 'p1'].map((who) => played.do(who, handle('k1')))).toEqual([
			'not-allowed',
			'not-allowed',
			'not-allowed'
		]);
		played.all([
			'm04',
			{ type: 'amendment.propose', ref: 'am-1', clause: 'c1', kind: 'append', text: 'thêm câu này' }
		]);
		// m03 is responsible for the item.
		played.all(['m03', handle('k1', 'accepted')]);
		played.all([
			'm02',
			{
				type: 'comment.handle',
				comment: 'k1',
				status: 'became-amendment',
				reply: 'Đã đưa vào',
				amendment: 'am-1'
			}
		]);
		expect(played.meeting.comments[0]).toMatchObject({
			status: 'became-amendment',
			reply: 'Đã đưa vào',
			amendment: 'am-1',
			handledBy: 'm02'
		});
	});

	test('[CO4] nobody deals with what they may not read', () => {
		const played = opened({ people: PEOPLE }).all(['p1', post('k1', { to: 'chair' })]);
		expect(['m02', 'm03', 'm04'].map((who) => played.do(who, handle('k1')))).toEqual([
			'not-allowed',
			'not-allowed',
			'not-allowed'
		]);
		played.all(['m01', handle('k1')]);
	});

	test('[CO5] its author takes back a comment and a reply; the words are gone for everybody', () => {
		const played = opened().all(['m04', post('k1')], ['p1', replyTo('k1', 'r1')]);
		expect(played.do('m03', { type: 'comment.withdraw', comment: 'k1' })).toBe('not-allowed');
		expect(played.do('m04', { type: 'comment.withdraw', comment: 'r1' })).toBe('not-allowed');
		played.all(
			['p1', { type: 'comment.withdraw', comment: 'r1' }],
			['m04', { type: 'comment.withdraw', comment: 'k1' }]
		);
		expect(played.do('m04', { type: 'comment.withdraw', comment: 'k1' })).toBe('not-open');
		expect(played.do('m01', handle('k1'))).toBe('not-open');
		expect(played.do('m01', replyTo('k1', 'r2'))).toBe('not-open');
		for (const person of EVERYBODY) {
			const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
			expect(JSON.stringify(seen)).not.toMatch(/ý kiến k1|trả lời r1/);
		}
	});
});

describe('who reads it', () => {
	test('[CO2] what an observer wrote is read by its author, the desk, the committee and the responsible', () => {
		const played = opened({ people: PEOPLE }).all(['o1', post('k1')]);
		expect(readers(played, 'k1')).toEqual(['m01', 'm02', 'm03', 'm04', 'o1']);
		played.all(['m01', { type: 'minutes.appoint', to: 'p1' }]);
		expect(readers(played, 'k1')).toEqual(['m01', 'm02', 'm03', 'm04', 'p1', 'o1']);
	});

	test('[CO2] dealt with, it stands before everybody, also on a page that was open all the time', () => {
		const played = opened({ people: PEOPLE });
		const pages = EVERYBODY.map((person) => new Watched(played, person));
		played.all(['o1', post('k1')], ['m01', replyTo('k1', 'r1')], ['p1', post('k2')]);
		for (const each of pages) each.comments();
		played.all(['m02', handle('k1', 'for-debrief')]);
		expect(readers(played, 'k1')).toEqual(['m01', 'm02', 'm03', 'm04', 'o1']);
		for (const each of pages) each.comments();
		played.all(['m02', handle('k1', 'accepted')], ['o1', replyTo('k1', 'r2')]);
		expect(readers(played, 'k1')).toEqual(EVERYBODY);
		for (const each of pages) expect(each.comments()).toEqual(played.meeting.comments);
		// Whoever opens the page later holds the same.
		expect(page(played, 'p1')).toEqual(played.meeting.comments);
	});

	test('[CO2] withdrawn before anybody dealt with it, it never was there for members', () => {
		const played = opened().all(['o1', post('k1')], ['o1', { type: 'comment.withdraw', comment: 'k1' }]);
		expect(page(played, 'm04')).toEqual([]);
		expect(page(played, 'm02')).toMatchObject([{ id: 'k1', status: 'withdrawn', text: '' }]);
	});

	test('[CO6] everybody, the committee and the recorders, or the chair alone', () => {
		const played = opened({ people: PEOPLE }).all(
			['p1', post('k1')],
			['p1', post('k2', { to: 'committee' })],
			['p1', post('k3', { to: 'chair' })]
		);
		expect(readers(played, 'k1')).toEqual(EVERYBODY);
		expect(readers(played, 'k2')).toEqual(['m01', 'm02', 'm04', 'p1']);
		expect(readers(played, 'k3')).toEqual(['m01', 'p1']);
	});

	test('[CO6] who wrote it down for another reads it too', () => {
		const played = opened().all(['m03', post('k1', { to: 'chair', for: 'm05' })]);
		expect(readers(played, 'k1')).toEqual(['m01', 'm03']);
	});

	test('[CO6] another chair reads what is for the chair, the one before no longer', () => {
		const played = opened({ people: PEOPLE }).all(
			['p1', post('k1', { to: 'chair' })],
			['m01', { type: 'chair.hand-over', to: 'm02' }]
		);
		expect(readers(played, 'k1')).toEqual(['m02', 'p1']);
	});

	test('[CO6] the answer goes no further than the comment', () => {
		const played = opened().all(
			['p1', post('k1', { to: 'committee' })],
			['m01', { ...handle('k1'), reply: 'riêng cho đồng chí' } as Command],
			['m01', replyTo('k1', 'r1')],
			['p1', { type: 'comment.withdraw', comment: 'k1' }]
		);
		for (const person of ['m03', 'o1', null]) {
			const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
			expect(JSON.stringify(seen)).not.toMatch(/k1|riêng cho|trả lời/);
			expect(seen.map(({ seq }) => seq)).toEqual(played.events.map(({ seq }) => seq));
		}
	});

	test('[CO7] what stands on a paper for members stays among members', () => {
		const on = { kind: 'paper', ref: 'd1' } as const;
		const played = opened().all(
			['m01', { type: 'paper.publish', ref: 'd1', title: 'Hồ sơ', restrictedTo: 'members' }],
			['p1', post('k1', { on })]
		);
		expect(played.do('o1', post('k2', { on }))).toBe('restricted');
		expect(readers(played, 'k1')).toEqual(['m01', 'm02', 'm03', 'm04', 'p1']);
	});

	test('one packet serves all only where nobody is kept from anything', () => {
		const played = opened().all(
			['p1', post('k1')],
			['p1', post('k2', { to: 'committee' })],
			['o1', post('k3')],
			['m02', handle('k1')],
			['m02', handle('k3')],
			['m02', replyTo('k1', 'r1')]
		);
		const about = played.events.filter(({ type }) => type.startsWith('comment.'));
		expect(about.map((event) => isForEverybody(event, played.meeting))).toEqual([
			true,
			false,
			false,
			true,
			false,
			true
		]);
	});
});

describe('[CO8] replies', () => {
	test('by whoever may read it, under their own name', () => {
		const played = opened({ people: PEOPLE }).all(
			['p1', post('k1')],
			['m04', replyTo('k1', 'r1')],
			['p1', replyTo('k1', 'r2')],
			['m03', { ...replyTo('k1', 'r3'), for: 'm05' } as Command]
		);
		expect(played.meeting.comments[0]?.replies.map(({ id, person }) => [id, person])).toEqual([
			['r1', 'm04'],
			['r2', 'p1'],
			['r3', 'm05']
		]);
		expect(played.do('m03', replyTo('k1', 'r1'))).toBe('id-taken');
		expect(played.do('m03', replyTo('none', 'r4'))).toBe('unknown');
		played.all(['p1', post('k2', { to: 'chair' })]);
		expect(played.do('m03', replyTo('k2', 'r5'))).toBe('unknown');
	});

	test('an observer answers under a comment of their own, while joined', () => {
		const played = opened().all(['p1', post('k1')], ['o1', post('k2')], ['o1', replyTo('k2', 'r1')]);
		expect(played.do('o1', replyTo('k1', 'r2'))).toBe('not-allowed');
		played.all(['o1', { type: 'observer.leave' }]);
		expect(played.do('o1', replyTo('k2', 'r3'))).toBe('not-present');
	});
});

test('[CO9] words of a clause are named, of nothing else', () => {
	const passage = { quote: 'hai hai', from: 'AQID', to: 'BAUG' };
	const played = opened();
	expect(played.do('m03', post('k1', { passage }))).toBe('clause-only');
	played.all(['m03', post('k2', { on: { kind: 'clause', ref: 'c1' }, passage })]);
	expect(played.meeting.comments[0]?.passage).toEqual(passage);
	played.all(['m03', { type: 'comment.withdraw', comment: 'k2' }]);
	expect(played.meeting.comments[0]?.passage).toBeUndefined();
});
