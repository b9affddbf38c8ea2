import { describe, expect, test } from 'vitest';
import { checkIn, opened, Played, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import type { Facts } from '../meeting/facts.ts';
import { pending } from './amendments.ts';

type Propose = Extract<Command, { type: 'amendment.propose' }>;
const WORDS: Record<string, string> = { c1: 'một hai hai ba', c2: 'bốn năm' };
const facts: Partial<Facts> = { clauseText: (clause) => WORDS[clause] ?? '' };

/** The clauses of `setup()` are c1 (I.1) and c2 (II.2.d). */
const replace = (ref: string, clause = 'c2', text = 'sáu bảy'): Propose => ({
	type: 'amendment.propose',
	ref,
	kind: 'replace-clause',
	clause,
	text
});
const append = (ref: string, clause = 'c2', text = 'thêm'): Propose =>
	({ ...replace(ref, clause, text), kind: 'append' }) as Propose;
const place = (ref: string, find: string, clause = 'c1'): Propose => ({
	type: 'amendment.propose',
	ref,
	kind: 'replace-text',
	clause,
	find,
	text: 'mới'
});
const remove = (ref: string, clause = 'c2'): Propose => ({
	type: 'amendment.propose',
	ref,
	kind: 'delete-clause',
	clause
});
const add = (ref: string, label = 'II.2.đ', after: string | null = 'c2'): Propose => ({
	type: 'amendment.propose',
	ref,
	kind: 'new-clause',
	clause: label,
	after,
	text: 'điểm mới'
});
const accept = (amendment: string): Command => ({ type: 'amendment.accept', amendment });
const put = (ref: string, subject: Extract<Command, { type: 'vote.put' }>['subject']): Command => ({
	type: 'vote.put',
	ref,
	title: 'Sửa điểm',
	ballot: 'hands',
	threshold: 'majority',
	subject
});

function room(...proposed: readonly Propose[]): Played {
	const played = opened();
	for (const command of proposed) expect(played.do('m03', command, facts)).toEqual(['amendment.proposed']);
	return played;
}

const became = (played: Played) =>
	Object.fromEntries(played.meeting.amendments.map(({ id, outcome }) => [id, outcome?.as ?? null]));
const labels = (played: Played) => played.meeting.clauses.map(({ label }) => label);

/** Puts a question, lets so many of five agree, and closes it. */
function voted(played: Played, vote: string, subject: Parameters<typeof put>[1], agree: number) {
	expect(played.do('m01', put(vote, subject), facts)).toEqual(['vote.put']);
	played.all(
		['m01', { type: 'vote.open', vote }],
		['m01', { type: 'hands.count', vote, counts: { for: agree, against: 4 - agree, abstain: 0 } }]
	);
	return played.do('m01', { type: 'vote.close', vote }, facts);
}

describe('[AM1] a member proposes', () => {
	test('or an assistant writes it down: it is the member’s, and says by whom it was entered', () => {
		const played = opened().all(...checkIn('m05'));
		played.do('m03', { ...replace('x1'), for: 'm05' } as Command, facts);
		expect(played.meeting.amendments).toMatchObject([{ person: 'm05', enteredBy: 'm03' }]);
	});

	test('before the meeting from anywhere, while it runs from the room only', () => {
		const before = new Played({}, START - 600_000);
		expect(before.do('m04', replace('x1'), facts)).toEqual(['amendment.proposed']);
		const played = opened();
		played.all(['m04', { type: 'attendance.leave' }]);
		expect(played.do('m04', replace('x1'), facts)).toBe('not-present');
		played.all(...checkIn('m04'));
		expect(played.do('m04', replace('x1'), facts)).toEqual(['amendment.proposed']);
		expect(played.do('p1', append('x2'), facts)).toEqual(['amendment.proposed']);
	});

	test('no observer does, nobody after the end, and nobody whose right is less than to propose', () => {
		const played = opened();
		expect(played.do('o1', replace('x1'), facts)).toBe('observer');
		played.all(['m01', { type: 'access.preset', preset: 'chaired' }]);
		expect(played.do('m03', replace('x1'), facts)).toEqual(['amendment.proposed']);
		played.all(['m01', { type: 'access.preset', preset: 'frozen' }]);
		expect(played.do('m03', replace('x2'), facts)).toBe('not-allowed');
		played.all(['m01', { type: 'meeting.end' }]);
		expect(played.do('m03', replace('x2'), facts)).toBe('wrong-phase');
	});

	test('is judged and recorded for the member whom somebody assists', () => {
		const played = opened();
		const behalf = { ...replace('x1'), for: 'm05' };
		expect(played.do('m03', behalf, facts)).toBe('not-present');
		played.all(['m02', { type: 'attendance.check-in', for: 'm05', method: 'desk' }]);
		expect(played.do('m04', behalf, facts)).toBe('not-assistant');
		expect(played.do('m03', behalf, facts)).toEqual(['amendment.proposed']);
		expect(played.meeting.amendments[0]).toMatchObject({ id: 'x1', person: 'm05' });
	});

	test('keeps the reason, what it takes up, and how the clause read', () => {
		const why = { rationale: 'Chưa có thời hạn', basedOn: 'k1' };
		const played = opened();
		played.do('m03', { ...replace('x1'), ...why }, facts);
		expect(played.meeting.amendments[0]).toMatchObject({
			...why,
			label: 'II.2.d',
			before: 'bốn năm',
			change: { kind: 'replace-clause', clause: 'c2', text: 'sáu bảy' },
			outcome: null
		});
		expect(played.do('m04', replace('x1'), facts)).toBe('id-taken');
	});
});

describe('[AM2] [AM3] what fits', () => {
	test('when proposing: the clause is there, the place stands once, the label is free', () => {
		const played = opened();
		const judged = (command: Propose) => played.do('m03', command, facts);
		expect(judged(replace('x1', 'none'))).toBe('text-changed');
		expect(judged(append('x1', 'none'))).toBe('text-changed');
		expect(judged(remove('x1', 'none'))).toBe('text-changed');
		expect(judged(place('x1', 'hai'))).toBe('text-changed');
		expect(judged(place('x1', 'chín'))).toBe('text-changed');
		expect(judged(add('x1', 'I.1'))).toBe('text-changed');
		expect(judged(add('x1', 'II.9', 'none'))).toBe('text-changed');
		expect(judged(place('x1', 'ba'))).toEqual(['amendment.proposed']);
		expect(judged(add('x2'))).toEqual(['amendment.proposed']);
	});

	test.each([
		['a whole clause that reads otherwise by now', replace('x1')],
		['a deletion of one that reads otherwise by now', remove('x1')],
		['a place that stands there no more', place('x1', 'năm', 'c2')]
	])('when taking in: %s', (_, command) => {
		const played = room(command);
		expect(played.do('m01', accept('x1'), { clauseText: () => 'khác rồi' })).toBe('text-changed');
		expect(became(played)).toEqual({ x1: null });
		expect(played.do('m01', accept('x1'), facts)).toContain('amendment.settled');
	});

	test('words at the end fit whatever the clause has become', () => {
		const played = room(append('x1'));
		expect(played.do('m01', accept('x1'), { clauseText: () => 'khác rồi' })).toEqual(['amendment.settled']);
	});

	test('a new clause stands after the other under its label, and later acts reach it', () => {
		const played = room(add('x1', 'I.2', 'c1'), add('x2', 'I.2', 'c2'));
		expect(played.do('m01', accept('x1'), facts)).toEqual(['amendment.settled', 'clause.added']);
		expect(labels(played)).toEqual(['I.1', 'I.2', 'II.2.d']);
		expect(played.do('m01', accept('x2'), facts)).toBe('text-changed');
		expect(played.do('m03', append('x3', 'x1'), facts)).toEqual(['amendment.proposed']);
	});

	test('a deleted clause is gone, the labels of the others stay, its own is free again', () => {
		const played = room(remove('x1', 'c1'), append('x2', 'c1'));
		expect(played.do('m01', accept('x1'), facts)).toEqual(['amendment.settled', 'clause.removed']);
		expect(labels(played)).toEqual(['II.2.d']);
		expect(played.do('m01', accept('x2'), facts)).toBe('text-changed');
		expect(played.do('m03', add('x3', 'I.1', null), facts)).toEqual(['amendment.proposed']);
		expect(played.do('m01', accept('x3'), facts)).toEqual(['amendment.settled', 'clause.added']);
		expect(labels(played)).toEqual(['I.1', 'II.2.d']);
	});
});

describe('[AM4] the chair', () => {
	test('takes in and refuses with a reason, once', () => {
		const played = room(append('x1'), append('x2'));
		const reject: Command = { type: 'amendment.reject', amendment: 'x2', reason: 'Trái hướng dẫn' };
		expect(played.do('m02', accept('x1'), facts)).toBe('not-chair');
		expect(played.do('m03', reject, facts)).toBe('not-chair');
		played.do('m01', accept('x1'), facts);
		expect(played.do('m01', reject, facts)).toEqual(['amendment.settled']);
		expect(became(played)).toEqual({ x1: 'accepted', x2: 'rejected' });
		expect(played.meeting.amendments[1]?.outcome).toMatchObject({ by: 'm01', reason: 'Trái hướng dẫn' });
		expect(played.do('m01', accept('x1'), facts)).toBe('not-pending');
		expect(played.do('m01', accept('x2'), facts)).toBe('not-pending');
		expect(played.do('m01', accept('x9'), facts)).toBe('unknown');
	});

	test('takes in only while the meeting runs', () => {
		const before = new Played({}, START - 600_000);
		before.do('m04', replace('x1'), facts);
		expect(before.do('m01', accept('x1'), facts)).toBe('wrong-phase');
	});
});

describe('[AM5] merging', () => {
	const merge = (...amendments: string[]): Command => ({ type: 'amendment.merge', amendments });

	test('takes all in, in the order given', () => {
		const played = room(append('x1'), replace('x2'));
		// The whole clause must read as it did, so it can only go first.
		expect(played.do('m01', merge('x1', 'x2'), facts)).toBe('text-changed');
		expect(became(played)).toEqual({ x1: null, x2: null });
		expect(played.do('m01', merge('x2', 'x1'), facts)).toEqual(['amendment.settled', 'amendment.settled']);
		expect(became(played)).toEqual({ x1: 'merged', x2: 'merged' });
		expect(played.meeting.amendments[0]?.outcome?.with).toEqual(['x2']);
	});

	test('takes none in where one is not pending or not known', () => {
		const played = room(append('x1'), append('x2', 'c1'));
		played.all(['m03', { type: 'amendment.withdraw', amendment: 'x2' }]);
		expect(played.do('m01', merge('x1', 'x2'), facts)).toBe('not-pending');
		expect(played.do('m01', merge('x1', 'x9'), facts)).toBe('unknown');
		expect(became(played)).toEqual({ x1: null, x2: 'withdrawn' });
	});

	test('a clause deleted by the first is not there for the second', () => {
		const played = room(remove('x1'), append('x2'));
		expect(played.do('m01', merge('x1', 'x2'), facts)).toBe('text-changed');
		expect(played.do('m01', merge('x2', 'x1'), facts)).toBe('text-changed');
	});
});

describe('[AM6] a vote on it', () => {
	test('that passes takes it in, that is lost rejects it', () => {
		const played = room(add('x1'), append('x2'));
		expect(voted(played, 'v1', { kind: 'amendment', ref: 'x1' }, 3)).toEqual([
			'vote.closed',
			'amendment.settled',
			'clause.added'
		]);
		expect(voted(played, 'v2', { kind: 'amendment', ref: 'x2' }, 2)).toEqual([
			'vote.closed',
			'amendment.settled'
		]);
		expect(became(played)).toEqual({ x1: 'adopted', x2: 'rejected' });
		expect(played.meeting.amendments.map(({ outcome }) => outcome?.vote)).toEqual(['v1', 'v2']);
	});

	test('is put on what is pending and fits', () => {
		const played = room(replace('x1'), append('x2'));
		const on = (ref?: string) => put('v1', { kind: 'amendment', ...(ref && { ref }) });
		expect(played.do('m01', on('x1'), { clauseText: () => 'khác rồi' })).toBe('text-changed');
		expect(played.do('m01', on('x9'), facts)).toBe('unknown');
		expect(played.do('m01', on(), facts)).toBe('unknown');
		played.all(['m03', { type: 'amendment.withdraw', amendment: 'x2' }]);
		expect(played.do('m01', on('x2'), facts)).toBe('not-pending');
		played.all(['m01', put('v0', { kind: 'other' })]);
		expect(played.do('m01', on('x2'), facts)).toBe('vote-already-open');
	});

	test('decides nothing about one that was withdrawn meanwhile', () => {
		const played = room(append('x1'));
		played.do('m01', put('v1', { kind: 'amendment', ref: 'x1' }), facts);
		played.all(
			['m03', { type: 'amendment.withdraw', amendment: 'x1' }],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m01', { type: 'hands.count', vote: 'v1', counts: { for: 4, against: 0, abstain: 0 } }]
		);
		expect(played.do('m01', { type: 'vote.close', vote: 'v1' }, facts)).toEqual(['vote.closed']);
		expect(became(played)).toEqual({ x1: 'withdrawn' });
	});
});

describe('[AM7] the draft is frozen', () => {
	test.each([
		['an amendment', { kind: 'amendment', ref: 'x1' }],
		['the resolution', { kind: 'resolution' }]
	] as const)('while a question on %s is put or open', (_, subject) => {
		const played = room(append('x1'), append('x2', 'c1'));
		played.do('m01', put('v1', subject), facts);
		const frozen = () => {
			expect(played.do('m03', append('x3', 'c1'), facts)).toBe('text-frozen');
			expect(played.do('m01', accept('x2'), facts)).toBe('text-frozen');
			expect(played.do('m02', { type: 'text.edit', clause: 'c2', find: 'bốn', replace: 'ba' }, facts)).toBe(
				'text-frozen'
			);
			expect(played.do('m01', { type: 'clause.remove', clause: 'c1' }, facts)).toBe('text-frozen');
		};
		frozen();
		played.all(['m01', { type: 'vote.open', vote: 'v1' }]);
		frozen();
		played.all(['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(played.do('m01', accept('x2'), facts)).toEqual(['amendment.settled']);
	});

	test('for good once the resolution is adopted, but not by a lost question', () => {
		const played = room(append('x1'));
		voted(played, 'v1', { kind: 'resolution' }, 2);
		expect(played.do('m03', append('x2'), facts)).toEqual(['amendment.proposed']);
		voted(played, 'v2', { kind: 'resolution' }, 3);
		expect(played.do('m01', accept('x1'), facts)).toBe('text-frozen');
		expect(played.do('m01', put('v3', { kind: 'amendment', ref: 'x1' }), facts)).toBe('text-frozen');
	});

	test('its proposer withdraws it all the same, nobody else does', () => {
		const played = room(append('x1'));
		const withdraw: Command = { type: 'amendment.withdraw', amendment: 'x1' };
		played.do('m01', put('v1', { kind: 'amendment', ref: 'x1' }), facts);
		expect(played.do('m01', withdraw)).toBe('not-allowed');
		expect(played.do('o1', withdraw)).toBe('not-allowed');
		expect(played.do('m01', { type: 'amendment.reject', amendment: 'x1', reason: 'không' })).toBe(
			'vote-already-open'
		);
		expect(played.do('m02', { ...withdraw, for: 'm03' })).toEqual(['amendment.settled']);
		expect(played.do('m03', withdraw)).toBe('not-pending');
	});
});

test('[AM8] what is pending at the end lapses', () => {
	const played = room(append('x1'), append('x2'));
	played.do('m01', accept('x1'), facts);
	expect(played.do('m01', { type: 'meeting.end' })).toEqual([
		'item.ended',
		'amendment.settled',
		'meeting.ended'
	]);
	expect(became(played)).toEqual({ x1: 'accepted', x2: 'lapsed' });
	expect(pending(played.meeting.amendments)).toEqual([]);
});

test('[CO6] a comment that became an amendment names it', () => {
	const played = room(append('x1'));
	played.all([
		'm04',
		{ type: 'comment.post', ref: 'k1', on: { kind: 'clause', ref: 'c2' }, text: 'Thiếu thời hạn' }
	]);
	const handle = (amendment: string): Command => ({
		type: 'comment.handle',
		comment: 'k1',
		status: 'became-amendment',
		amendment
	});
	expect(played.do('m01', handle('x9'))).toBe('unknown');
	expect(played.do('m01', handle('x1'))).toEqual(['comment.handled']);
	expect(played.meeting.comments[0]).toMatchObject({ status: 'became-amendment', amendment: 'x1' });
});

describe('[CL5] a clause to be filled in after the vote', () => {
	const clauses = [
		{ id: 'c1', label: 'I.1', fillAfterVote: false },
		{ id: 'c4', label: 'IV', fillAfterVote: true }
	];
	const fill = (clause: string): Command => ({ type: 'resolution.fill', clause, text: 'Loại Tốt' });

	test('is filled in once the resolution has passed, by the chair, and no other is', () => {
		const played = opened({ clauses });
		expect(played.do('m02', fill('c4'))).toBe('not-chair');
		expect(played.do('m01', fill('c1'))).toBe('text-frozen');
		expect(played.do('m01', fill('c4'))).toBe('vote-not-passed');
		voted(played, 'v1', { kind: 'resolution' }, 2);
		expect(played.do('m01', fill('c4'))).toBe('vote-not-passed');
		voted(played, 'v2', { kind: 'resolution' }, 3);
		expect(played.do('m01', fill('c1'))).toBe('text-frozen');
		expect(played.do('m01', fill('none'))).toBe('text-frozen');
		expect(played.do('m01', fill('c4'))).toEqual(['clause.filled']);
		expect(played.do('m01', fill('c4'))).toEqual(['clause.filled']);
	});

	test('an edit announced for a clause that is gone finds other words than it knew', () => {
		const played = opened({ clauses });
		expect(played.do('m01', { type: 'text.edit', clause: 'none', find: 'một', replace: 'hai' })).toBe(
			'text-changed'
		);
	});
});
