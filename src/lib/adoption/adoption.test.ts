import { describe, expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import type { AnyDocument } from '../access/contract.ts';
import { Command as Schema, type Command, type LoggedEvent } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { factWords } from '../meeting/fact-words.ts';
import { minutesReadyFacts } from '../meeting/minutes-ready.ts';
import { refusalToSign, signed } from '../meeting/signing.ts';
import { shown } from '../meeting/shown.ts';
import { house, type Meeting } from '../meeting/state.ts';
import { documentRight } from '../people/may.ts';
import { adoptedText, placesSince } from './adopted.ts';
import { openCorrections } from './adoption.ts';
import { lacks, left } from './ready.ts';

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
		expect(played.do('m02', { ...correct, find: 'không có', reason: 'ghi nhầm' })).toBe('text-changed');
		expect(played.do('m02', { ...correct, reason: 'ghi nhầm' })).toEqual(['minutes.corrected']);
		expect(last(played)).toMatchObject({
			late: { find: 'lời nói', replace: 'lời', reason: 'ghi nhầm' },
			by: 'm02'
		});
	});

	test('[AD4] [INV-11] a correction of frozen minutes is refused without a reason, from the question on', () => {
		const correct = { type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời' } as const;
		const noted = () => opened().all(['m02', { type: 'minutes.write', ref: 'n1', text: 'ghi' }]);
		for (const played of [noted().all(['m01', put]), counted(noted(), 4)]) {
			expect(played.do('m02', correct)).toBe('reason-needed');
			expect(played.do('m02', { ...correct, reason: 'ghi nhầm' })).toEqual(['minutes.corrected']);
		}
		// What did not pass is not agreed to, and is edited as before.
		expect(counted(noted(), 0).do('m02', correct)).toEqual(['minutes.corrected']);
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
			{ type: 'minutes.correct', note: 'n1', find: 'lời nói', replace: 'lời kín', reason: 'ghi nhầm' }
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

describe('reading back', () => {
	const read = (section: string | null): Command => ({ type: 'minutes.read-back', section });
	const agree = (section: string): Command => ({ type: 'minutes.agree', section });
	const ask = (ref: string, section = 'a1'): Command => ({
		type: 'minutes.ask-correction',
		ref,
		section,
		text: 'Tôi nói 80%'
	});

	test('[AD5] recorders read a section, and the wall follows', () => {
		const played = opened();
		expect(played.do('m03', read('a1'))).toBe('not-allowed');
		expect(played.do('m02', read('x'))).toBe('unknown');
		expect(played.do('m02', read('a1'))).toEqual(['minutes.reading', 'projection.shown', 'wall.paged']);
		expect(played.meeting.adoption.reading).toBe('a1');
		expect(played.meeting.wall).toMatchObject({ show: 'document', what: 'a1', page: 0 });
		expect(played.do('m02', read(null))).toEqual(['minutes.reading', 'projection.shown']);
		expect(played.meeting.adoption.reading).toBeNull();
		expect(played.meeting.wall.show).toBe('item');
	});

	test('[AD6] members in the room agree once with the same words, while they are read', () => {
		const played = opened().all(['m02', read('a1')]);
		expect(played.do('o1', agree('a1'))).toBe('observer');
		expect(played.do('m05', agree('a1'))).toBe('not-present');
		expect(played.do('m03', agree('a2'))).toBe('not-read');
		expect(played.do('m03', agree('a1'))).toEqual(['minutes.agreed']);
		expect(played.do('m03', agree('a1'))).toBe('already-agreed');
		expect(played.do('m02', { ...agree('a1'), for: 'm04' } as Command)).toEqual(['minutes.agreed']);
		const agreed = () => played.meeting.adoption.read['a1']?.agreed;
		expect(agreed()).toEqual(['m03', 'm04']);
		played.all(['m02', read('a2')], ['m02', read('a1')]);
		expect(agreed()).toEqual(['m03', 'm04']);
		played.do('m02', read('a1'), { sectionVersion: () => 'v2' });
		expect(agreed()).toEqual([]);
	});

	test('[AD7] a correction is asked for by who is in the room, until the question is put', () => {
		const played = opened();
		expect(played.do('o1', ask('k1'))).toBe('observer');
		expect(played.do('m05', ask('k1'))).toBe('not-present');
		expect(played.do('m03', ask('k1', 'x'))).toBe('unknown');
		expect(played.do('m03', ask('k1'))).toEqual(['minutes.correction-asked']);
		expect(played.do('p1', ask('k1'))).toBe('id-taken');
		expect(openCorrections(played.meeting.adoption)).toMatchObject([
			{ id: 'k1', section: 'a1', member: 'm03', text: 'Tôi nói 80%' }
		]);
		played.all(['m01', put]);
		expect(played.do('p1', ask('k2'))).toBe('text-frozen');
	});

	test('[AD8] a recorder settles it once, and declines with an answer', () => {
		const played = opened().all(['m03', ask('k1')], ['m03', ask('k2')]);
		const settle = (correction: string, as: 'done' | 'declined', reason?: string): Command => ({
			type: 'minutes.settle-correction',
			correction,
			as,
			...(reason && { reason })
		});
		expect(played.do('m03', settle('k1', 'done'))).toBe('not-allowed');
		expect(played.do('m02', settle('k9', 'done'))).toBe('unknown');
		expect(played.do('m02', settle('k1', 'declined'))).toBe('answer-needed');
		played.all(['m02', settle('k1', 'declined', 'Băng ghi là 62%')], ['m02', settle('k2', 'done')]);
		expect(played.do('m02', settle('k2', 'done'))).toBe('already-settled');
		expect(played.meeting.adoption.corrections.map(({ outcome }) => outcome)).toMatchObject([
			{ as: 'declined', reason: 'Băng ghi là 62%', by: 'm02' },
			{ as: 'done', reason: null }
		]);
	});

	test('[AD7] [CS4] what was asked inside stays inside', () => {
		const played = opened().all(
			['m01', { type: 'closed.begin' }],
			['m03', ask('k1')],
			['m01', { type: 'closed.end' }],
			['m02', { type: 'minutes.settle-correction', correction: 'k1', as: 'declined', reason: 'kín' }]
		);
		const seen = played.events.map((event) => shown(event, { person: 'o1', device: '' }, played.meeting));
		expect(JSON.stringify(seen)).not.toMatch(/80%|kín/);
	});
});

describe('[AD9] what the minutes still lack', () => {
	const found = ({ meeting }: Played, written: Record<string, string> = {}) =>
		lacks(minutesReadyFacts(meeting, (section) => written[section] ?? ''));

	test('is nothing where everything is done, and is told by kind', () => {
		const played = opened();
		expect(found(played)).toEqual([]);
		played.all(
			['m01', { type: 'item.start', item: 'a2' }],
			['m03', { type: 'comment.post', ref: 'k1', on: { kind: 'item', ref: 'a1' }, text: 'ý kiến' }],
			['m01', { type: 'task.assign', ref: 't1', task: 'Việc chưa ai nhận' }],
			['m01', { type: 'item.start', item: 'a3' }],
			['m03', { type: 'leave.request', kind: 'early', reason: { code: 'viec-rieng', text: 'việc' } }],
			['m03', { type: 'minutes.ask-correction', ref: 'c1', section: 'a1', text: 'sửa' }],
			['m03', { type: 'amendment.propose', ref: 'am1', clause: 'c1', kind: 'append', text: 'thêm' }]
		);
		expect(found(played, { a1: 'đã ghi' })).toEqual([
			{ kind: 'empty', things: ['a2'] },
			{ kind: 'conclusions', things: ['a2'] },
			{ kind: 'corrections', things: ['c1'] },
			{ kind: 'comments', things: ['k1'] },
			{ kind: 'amendments', things: ['am1'] },
			{ kind: 'leaves', things: ['m03'] },
			{ kind: 'tasks', things: ['t1'] }
		]);
		expect(left(found(played, { a1: 'đã ghi' }))).toBe(7);
		played.all(
			['m01', { type: 'item.conclude', item: 'a2', text: 'Thống nhất' }],
			['m02', { type: 'minutes.settle-correction', correction: 'c1', as: 'done' }]
		);
		expect(found(played, { a1: 'đã ghi', a2: 'kết luận' }).map(({ kind }) => kind)).toEqual([
			'comments',
			'amendments',
			'leaves',
			'tasks'
		]);
	});

	test('a clause is to be filled once the resolution is adopted; a question on something else is to be closed', () => {
		const played = opened({ clauses: [{ id: 'c1', label: 'IV', fillAfterVote: true }] });
		const on = (ref: string, kind: 'resolution' | 'other'): Command => ({
			type: 'vote.put',
			ref,
			title: 'Biểu quyết',
			ballot: 'hands',
			threshold: 'majority',
			subject: { kind }
		});
		played.all(
			['m01', on('v1', 'resolution')],
			['m01', { type: 'vote.open', vote: 'v1' }],
			['m01', { type: 'hands.count', vote: 'v1', counts: { for: 4, against: 0, abstain: 0 } }],
			['m01', { type: 'vote.close', vote: 'v1' }],
			['m01', on('v2', 'other')]
		);
		expect(found(played)).toEqual([
			{ kind: 'votes', things: ['v2'] },
			{ kind: 'clauses', things: ['c1'] }
		]);
		played.all(
			['m01', { type: 'vote.cancel', vote: 'v2' }],
			['m01', { type: 'resolution.fill', clause: 'c1', text: '94 điểm' }]
		);
		expect(found(played)).toEqual([]);
	});
});

describe('[AD10] signatures', () => {
	const vouch = (signer: string): Command => ({ type: 'minutes.vouch', signer, reason: 'Máy hết pin' });

	test('are of chair and minute taker, each once, on adopted minutes, until the seal', () => {
		const played = opened().all(['m01', { type: 'minutes.appoint', to: 'm03' }]);
		expect(refusalToSign(played.meeting, 'm01')).toBe('not-adopted');
		counted(played, 4);
		expect(refusalToSign(played.meeting, 'm04')).toBe('not-allowed');
		for (const [signer, confirmed] of [
			['m01', 'password'],
			['m03', 'code']
		] as const) {
			const decision = signed(played.meeting, signer, confirmed);
			if ('refused' in decision) throw new Error(decision.refused);
			decision.events.forEach((event) => played.happen(event));
			expect(refusalToSign(played.meeting, signer)).toBe('already-signed');
		}
		expect(played.meeting.adoption.signatures).toMatchObject([
			{ role: 'chair', person: 'm01', confirmed: 'password', vouchedBy: null },
			{ role: 'minute-taker', person: 'm03', confirmed: 'code', vouchedBy: null }
		]);
		played.all(['m01', { type: 'meeting.end' }], ['m01', { type: 'record.seal' }]);
		expect(refusalToSign(played.meeting, 'm01')).toBe('sealed');
	});

	test('the desk answers for another’s, never for its own, and says why', () => {
		const played = opened().all(['m01', { type: 'minutes.appoint', to: 'm03' }]);
		counted(played, 4).all(['m01', { type: 'meeting.end' }]);
		expect(played.do('m04', vouch('m03'))).toBe('not-allowed');
		expect(played.do('m01', vouch('m01'))).toBe('not-allowed');
		expect(played.do('m01', vouch('m03'))).toEqual(['minutes.signed']);
		expect(played.do('m02', vouch('m03'))).toBe('already-signed');
		expect(played.meeting.adoption.signatures).toMatchObject([
			{ role: 'minute-taker', person: 'm03', confirmed: 'desk', vouchedBy: 'm01', reason: 'Máy hết pin' }
		]);
	});

	test('no command of a client signs', () => {
		const types: readonly string[] = Schema.options.map(({ entries }) => entries.type.literal);
		expect(types).not.toContain('minutes.sign');
	});
});

describe('[AD11] a comment in the minutes', () => {
	const post = (ref: string, change: object = {}): Command => ({
		type: 'comment.post',
		ref,
		on: { kind: 'item', ref: 'a2' },
		text: `ý kiến ${ref}`,
		...change
	});
	const quote = (comment: string): Command => ({ type: 'minutes.quote', comment });

	test('goes under its author’s name into the section of its item, once', () => {
		const played = opened().all(
			['m03', post('k1')],
			['m03', post('k2', { on: { kind: 'clause', ref: 'c1' } })]
		);
		expect(played.do('m04', quote('k1'))).toBe('not-allowed');
		expect(played.do('m02', quote('k1'))).toEqual(['minutes.quoted']);
		expect(last(played)).toMatchObject({ comment: 'k1', section: 'a2' });
		expect(played.do('m02', quote('k1'))).toBe('already-quoted');
		played.all(['m02', quote('k2')]);
		expect(last(played)).toMatchObject({ comment: 'k2', section: 'a1' });
		expect(factWords(played.meeting, 'comment', 'k1')).toBe('Đồng chí Nguyễn Văn m03 góp ý: “ý kiến k1”.');
		played.all(['m03', { type: 'comment.withdraw', comment: 'k1' }]);
		expect(factWords(played.meeting, 'comment', 'k1')).toBe('');
	});

	test('with what became of it; what is taken up stands there by itself', () => {
		const played = opened().all(
			['m03', post('k1', { on: { kind: 'clause', ref: 'c2' }, text: 'Nên có\ncột chủ trì.', asks: true })],
			['m03', post('k2')],
			['o1', post('k3')]
		);
		const handle = (comment: string, status: 'accepted' | 'answered', reply?: string): Command => ({
			type: 'comment.handle',
			comment,
			status,
			...(reply && { reply })
		});
		expect(played.do('m02', handle('k1', 'answered', 'Có, phụ lục 2.'))).toEqual(['comment.handled']);
		played.all(['m02', quote('k1')]);
		expect(factWords(played.meeting, 'comment', 'k1')).toBe(
			'Đồng chí Nguyễn Văn m03 hỏi về điểm II.2.d: “Nên có cột chủ trì”. Đồng chí Nguyễn Văn m02 trả lời: “Có, phụ lục 2”.'
		);
		expect(played.do('m02', handle('k2', 'accepted'))).toEqual(['comment.handled', 'minutes.quoted']);
		expect(played.do('m02', handle('k2', 'accepted'))).toEqual(['comment.handled']);
		expect(played.do('m02', quote('k2'))).toBe('already-quoted');
		expect(factWords(played.meeting, 'comment', 'k2')).toBe(
			'Đồng chí Nguyễn Văn m03 góp ý: “ý kiến k2”. Ý kiến được tiếp thu.'
		);
		// An observer's becomes text by a member's own act alone (INV-12).
		expect(played.do('m02', handle('k3', 'accepted'))).toEqual(['comment.handled']);
	});

	test('not one for a narrower circle, held back, or made inside', () => {
		const played = opened().all(
			['m03', post('k1', { to: 'chair' })],
			['o1', post('k2')],
			['m01', { type: 'closed.begin' }],
			['m03', post('k3')],
			['m01', { type: 'closed.end' }]
		);
		for (const comment of ['k1', 'k2', 'k3', 'k9'])
			expect(played.do('m02', quote(comment))).toBe('not-quotable');
	});
});
