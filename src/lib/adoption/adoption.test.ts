import { describe, expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import type { AnyDocument } from '../access/contract.ts';
import type { Command, LoggedEvent } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { shown } from '../meeting/shown.ts';
import { house, type Meeting } from '../meeting/state.ts';
import { documentRight } from '../people/may.ts';
import { adoptedText, placesSince } from './adopted.ts';

const put: Command = {
	type: 'vote.put',
	ref: 'v1',
	title: 'Thông qua biên bản',
	ballot: 'hands',
	threshold: 'majority',
	subject: { kind: 'minutes' }
};
const version = () => ({ document: 'minutes', seq: 41, sha256: 'abc' }) as const;
const right = ({ meeting }: Played, person: string, document: AnyDocument = 'minutes') =>
	documentRight(house(meeting), person, document);

function counted(played: Played, agree: number): Played {
	played.do('m01', put, { version });
	return played.all(
		['m01', { type: 'vote.open', vote: 'v1' }],
		['m01', { type: 'hands.count', vote: 'v1', counts: { for: agree, against: 0, abstain: 0 } }],
		['m01', { type: 'vote.close', vote: 'v1' }]
	);
}

function last(played: Played): LoggedEvent | undefined {
	return played.events.at(-1);
}

describe('the freeze', () => {
	test('[AD1] [AC7] nobody types from the moment the question is put, and the agenda stays as it is', () => {
		const played = opened();
		expect(['m01', 'm03', 'o1'].map((id) => right(played, id))).toEqual(['edit', 'edit', 'edit']);
		played.do('m01', put, { version });
		expect(last(played)).toMatchObject({ type: 'vote.put', version: version() });
		expect(['m01', 'm03', 'o1'].map((id) => right(played, id))).toEqual(['read', 'read', 'read']);
		expect(right(played, 'm03', 'agenda')).toBe('edit');
		expect(right(played, 'm03', 'resolution')).toBe('edit');
	});

	test('[AD1] a question that is taken back or lost thaws them', () => {
		const played = opened().all(['m01', put], ['m01', { type: 'vote.cancel', vote: 'v1' }]);
		expect(right(played, 'm03')).toBe('edit');
		expect(right(counted(opened(), 1), 'm03')).toBe('edit');
	});

	test('[AD1] adopted, they stand for good, and so does what was written inside', () => {
		const played = opened().all(['m01', { type: 'closed.begin' }], ['m01', { type: 'closed.end' }]);
		expect(right(played, 'm03', 'closed-1')).toBe('edit');
		counted(played, 4);
		expect([right(played, 'm01'), right(played, 'm03', 'closed-1')]).toEqual(['read', 'read']);
	});
});

describe('what comes later', () => {
	test('[AD2] recorders may still add a note or correct one, and the server writes it; nobody else may', () => {
		const played = counted(opened(), 4);
		expect(played.do('m03', { type: 'minutes.write', ref: 'n1', text: 'thêm' })).toBe('text-frozen');
		expect(played.do('m02', { type: 'minutes.write', ref: 'n1', text: 'thêm' })).toEqual(['minutes.noted']);
		expect(last(played)).toMatchObject({ type: 'minutes.noted', note: 'n1', late: true });
		const correct = { type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời' } as const;
		expect(played.do('m03', correct)).toBe('text-frozen');
		expect(played.do('m02', { ...correct, find: 'không có' })).toBe('text-changed');
		expect(played.do('m02', { ...correct, reason: 'ghi nhầm' })).toEqual(['minutes.corrected']);
		expect(last(played)).toMatchObject({
			late: { find: 'lời nói', replace: 'lời', reason: 'ghi nhầm' },
			by: 'm02'
		});
	});

	test('[AD2] before the question its sender types a note', () => {
		const played = opened().all(['m03', { type: 'minutes.write', ref: 'n1', text: 'ghi' }]);
		expect(last(played)).not.toHaveProperty('late');
		played.all(['m03', { type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời' }]);
		expect(last(played)).not.toHaveProperty('late');
	});

	test('[AD4] [CS4] a correction of what was written inside is not told to who waited outside', () => {
		const played = opened().all(
			['m01', { type: 'closed.begin' }],
			['m02', { type: 'minutes.write', ref: 'n1', text: 'bí mật' }],
			['m01', { type: 'closed.end' }]
		);
		counted(played, 4).all([
			'm02',
			{ type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời kín' }
		]);
		const seen = (person: string) => {
			const event = last(played);
			return event && shown(event, { person, device: '' }, played.meeting);
		};
		expect(seen('o1')).toMatchObject({ type: 'hidden' });
		expect(seen('m03')).toMatchObject({ type: 'minutes.corrected', late: { replace: 'lời kín' } });
	});
});

describe('[AD3] [AD4] the adopted words', () => {
	test('are hashed as a line for each section', () => {
		const sections = [
			{ id: 'opening', text: 'Hôm nay' },
			{ id: 'a1', text: 'hai\ndòng' }
		];
		expect(adoptedText(sections)).toBe('opening\tHôm nay\na1\thai\ndòng\n');
		expect(adoptedText([{ id: 'a', text: 'a\u0302' }])).toBe('a\tâ\n');
	});

	test('what has a place now and had none before came later', () => {
		const fact = { type: 'fact', kind: 'vote', id: 'v1' } as const;
		const note = { type: 'note', kind: '', id: 'n1' } as const;
		const task = { type: 'fact', kind: 'task', id: 'v1' } as const;
		expect(placesSince([fact], [fact, note, task])).toEqual([note, task]);
		expect(placesSince([fact, note], [fact])).toEqual([]);
	});
});

test('the state folded from the log is the same', () => {
	const played = counted(opened(), 4);
	const folded = played.events.reduce<Meeting | null>((state, event) => evolve(state, event), null);
	expect(folded && house(folded).minutesFrozen).toBe(true);
});
