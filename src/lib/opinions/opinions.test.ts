import { describe, expect, test } from 'vitest';
import { opened, Played, START } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { factWords } from '../meeting/fact-words.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { assignmentOf, stateOf } from './opinions.ts';

const assign = (to: string, topic = 'Phân loại rác'): Command => ({ type: 'opinion.assign', to, topic });
const prepare = (text?: string): Command => ({ type: 'opinion.prepare', ...(text && { text }) });
const send = (ref: string, text = 'Cử hai người giám sát.'): Command => ({ type: 'opinion.send', ref, text });
const read = (opinion: string): Command => ({ type: 'opinion.read', opinion });

function stateFor(played: Played, person: string): string | undefined {
	const { opinions, floor, phase } = played.meeting;
	const asked = assignmentOf(opinions, person);
	const spoke = floor.turns.some(
		(turn) => turn.person === person && turn.kind === 'assigned' && turn.endedAt !== null
	);
	return asked && stateOf(opinions, asked, spoke, phase === 'ended');
}

function seenBy(played: Played, person: string | null): Meeting['opinions'] | undefined {
	let meeting: Meeting | null = null;
	for (const event of played.events)
		meeting = evolve(meeting, shown(event, { person, device: '' }, played.meeting));
	return meeting?.opinions;
}

test('[OP8] [CS4] one that was sent before and told only in a closed session stays from who waited outside', () => {
	const played = opened().all(['m03', send('w1', 'Sau này kín')], ['m03', send('w2', 'Để ngỏ')]);
	played.all(['m01', { type: 'closed.begin' }], ['m01', { type: 'opinion.quote', opinion: 'w1' }]);
	played.all(['m01', { type: 'closed.end' }], ['m01', { type: 'opinion.quote', opinion: 'w2' }]);
	const words = (person: string) => seenBy(played, person)?.written.map(({ text }) => text);
	expect(words('o1')).toEqual(['', 'Để ngỏ']);
	expect(words('m05')).toEqual(['Sau này kín', 'Để ngỏ']);
});

describe('asking', () => {
	test('[OP1] the committee asks members, also on several topics', () => {
		const played = new Played({}, START - 86_400_000).all(
			['m01', assign('m03')],
			['m02', assign('m03', 'Camera ngõ 12')]
		);
		expect(played.meeting.opinions.assigned).toMatchObject([
			{ person: 'm03', topics: ['Phân loại rác', 'Camera ngõ 12'] }
		]);
		expect(played.do('m03', assign('m04'))).toBe('not-allowed');
		expect(played.do('o1', assign('m04'))).toBe('observer');
		expect(played.do('m01', assign('o1'))).toBe('not-eligible');
	});

	test('[OP1] a wrong tap is taken back while nothing was prepared', () => {
		const played = opened().all(['m01', assign('m03')], ['m01', assign('m04')], ['m04', prepare()]);
		played.all(['m01', { type: 'opinion.unassign', to: 'm03' }]);
		expect(played.do('m01', { type: 'opinion.unassign', to: 'm03' })).toBe('unknown');
		expect(played.do('m01', { type: 'opinion.unassign', to: 'm04' })).toBe('already-prepared');
	});

	test('[OP2] who was asked prepares, nobody else', () => {
		const played = opened().all(['m01', assign('m03')]);
		expect(played.do('m04', prepare())).toBe('not-allowed');
		expect(played.do('o1', prepare())).toBe('observer');
		played.all(['m03', prepare('Bản nháp')], ['m03', prepare()]);
		expect(assignmentOf(played.meeting.opinions, 'm03')?.draft).toBe('Bản nháp');
	});

	test('[OP3] what was prepared stays with the member; the committee sees that it is ready', () => {
		const played = opened().all(['m01', assign('m03')], ['m03', prepare('chỉ mình tôi biết')]);
		const draft = (person: string | null) => seenBy(played, person)?.assigned[0]?.draft;
		expect(['m03', 'm01', 'm02', 'm04', 'o1', null].map(draft)).toEqual([
			'chỉ mình tôi biết',
			null,
			null,
			undefined,
			undefined,
			undefined
		]);
		expect(seenBy(played, 'm01')?.assigned[0]?.preparedAt).not.toBeNull();
	});
});

describe('in writing', () => {
	test('[OP4] every member sends one, an assistant for them; read by the committee, then by everybody', () => {
		const played = opened().all(['m04', send('w1')], ['m03', { ...send('w2'), for: 'm05' } as Command]);
		expect(played.do('o1', send('w3'))).toBe('observer');
		expect(played.do('m04', { ...send('w3'), for: 'm05' } as Command)).toBe('not-assistant');
		expect(played.do('m04', send('w1'))).toBe('id-taken');
		expect(played.meeting.opinions.written.map(({ enteredBy }) => enteredBy)).toEqual([undefined, 'm03']);
		const texts = (person: string | null) => seenBy(played, person)?.written.map(({ text }) => text !== '');
		expect(['m01', 'm02', 'm03', 'm04', 'o1', null].map(texts)).toEqual([
			[true, true],
			[true, true],
			[false, true],
			[true, false],
			[false, false],
			[false, false]
		]);
		played.all(['m02', read('w1')]);
		expect(['m03', 'o1', null].map(texts)).toEqual([
			[true, true],
			[true, false],
			[true, false]
		]);
	});

	test('[OP6] it is read out once, while the meeting runs, and stands in the minutes under its author’s name', () => {
		const before = new Played().all(['m04', send('w1')]);
		expect(before.do('m01', read('w1'))).toBe('wrong-phase');
		const played = opened().all(['m04', send('w1', 'Câu một.\nCâu hai.')]);
		expect(factWords(played.meeting, 'opinion', 'w1')).toBe('');
		expect(played.do('m03', read('w1'))).toBe('not-allowed');
		expect(played.do('o1', read('w1'))).toBe('observer');
		played.all(['m02', read('w1')]);
		expect(played.do('m01', read('w1'))).toBe('already-read');
		expect(played.meeting.opinions.written).toMatchObject([{ id: 'w1', item: 'a1', readBy: 'm02' }]);
		expect(factWords(played.meeting, 'opinion', 'w1')).toBe(
			'Ý kiến bằng văn bản của đồng chí Nguyễn Văn m04 (đồng chí Nguyễn Văn m02 đọc): “Câu một. Câu hai”.'
		);
	});
});

describe('[OP8] a written opinion that is not read out', () => {
	const quote = (opinion: string, item?: string): Command => ({
		type: 'opinion.quote',
		opinion,
		...(item && { item })
	});

	test('is put into the minutes once, by who takes them, and read by everybody from then on', () => {
		const played = opened().all(['m04', send('w1')], ['m03', send('w2')], ['m01', read('w2')]);
		expect(played.do('m03', quote('w1'))).toBe('not-allowed');
		expect(played.do('m02', quote('w1', 'a9'))).toBe('unknown');
		expect(played.do('m02', quote('w2'))).toBe('opinion-in-minutes');
		expect(seenBy(played, 'm03')?.written[0]?.text).toBe('');
		expect(played.do('m02', quote('w1', 'a2'))).toEqual(['opinion.quoted']);
		expect(played.do('m02', quote('w1'))).toBe('opinion-in-minutes');
		expect(factWords(played.meeting, 'opinion', 'w1')).toBe(
			'Ý kiến bằng văn bản của đồng chí Nguyễn Văn m04 (gửi chi bộ): “Cử hai người giám sát”.'
		);
		for (const person of ['m03', 'o1', null])
			expect(seenBy(played, person)?.written[0]).toMatchObject({
				text: 'Cử hai người giám sát.',
				item: 'a2'
			});
		played.all(['m01', read('w1')]);
		expect(factWords(played.meeting, 'opinion', 'w1')).toContain('đồng chí Nguyễn Văn m01 đọc');
	});

	test('[OP9] goes when its author takes it back, out of the minutes and the record', () => {
		const played = opened().all(['m04', send('w1')], ['m02', quote('w1')]);
		const withdraw: Command = { type: 'opinion.withdraw', opinion: 'w1' };
		expect(played.do('m03', withdraw)).toBe('not-allowed');
		expect(played.do('m04', withdraw)).toEqual(['opinion.withdrawn']);
		expect(played.do('m04', withdraw)).toBe('opinion-withdrawn');
		expect(played.do('m01', read('w1'))).toBe('opinion-withdrawn');
		expect(factWords(played.meeting, 'opinion', 'w1')).toBe('');
		for (const person of ['m01', 'm04', 'o1']) expect(seenBy(played, person)?.written[0]?.text).toBe('');
	});

	test('[OP9] stands once the minutes are put to the vote', () => {
		const played = opened().all(['m04', send('w1')], ['m04', send('w2')], ['m02', quote('w1')]);
		played.all([
			'm01',
			{
				type: 'vote.put',
				ref: 'v1',
				title: 'Thông qua biên bản',
				ballot: 'hands',
				threshold: 'majority',
				subject: { kind: 'minutes' }
			}
		]);
		expect(played.do('m04', { type: 'opinion.withdraw', opinion: 'w1' })).toBe('opinion-in-minutes');
		expect(played.do('m04', { type: 'opinion.withdraw', opinion: 'w2' })).toEqual(['opinion.withdrawn']);
	});
});

describe('[OP5] the state of what was asked', () => {
	test('is delivered by an ended turn of kind assigned', () => {
		const played = opened().all(['m01', assign('m03')]);
		const states = [stateFor(played, 'm03')];
		played.all(['m03', prepare()]);
		states.push(stateFor(played, 'm03'));
		played.all(['m01', { type: 'floor.invite', ref: 't1', to: 'm03', kind: 'free' }]);
		played.all(['m03', { type: 'floor.end', turn: 't1' }]);
		states.push(stateFor(played, 'm03'));
		played.all(['m01', { type: 'floor.invite', ref: 't2', to: 'm03', kind: 'assigned' }]);
		states.push(stateFor(played, 'm03'));
		played.all(['m03', { type: 'floor.end', turn: 't2' }]);
		states.push(stateFor(played, 'm03'));
		expect(states).toEqual(['assigned', 'prepared', 'prepared', 'prepared', 'delivered']);
	});

	test('is prepared by what was sent in writing, delivered when that was read out', () => {
		const played = opened().all(['m01', assign('m05')], ['m03', { ...send('w1'), for: 'm05' } as Command]);
		expect(stateFor(played, 'm05')).toBe('prepared');
		played.all(['m01', read('w1')]);
		expect(stateFor(played, 'm05')).toBe('delivered');
	});

	test('is not delivered where the meeting ended before', () => {
		const played = opened().all(['m01', assign('m03')], ['m03', prepare()], ['m01', { type: 'meeting.end' }]);
		expect(stateFor(played, 'm03')).toBe('not-delivered');
	});
});
