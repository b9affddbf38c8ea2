import { expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';
import { evolve } from '../meeting/evolve.ts';
import { shown } from '../meeting/shown.ts';
import type { Meeting } from '../meeting/state.ts';
import { isWorthTelling, summaryOf, type Summary, type TextChange } from './away.ts';

const comment = (ref: string): Command => ({
	type: 'comment.post',
	ref,
	on: { kind: 'item', ref: 'a2' },
	text: 'ý kiến'
});

/** What somebody is told who left after event `from`. */
function told(played: Played, person: string, from: number, texts: readonly TextChange[] = []): Summary {
	const seen = played.events.map((event) => shown(event, { person, device: '' }, played.meeting));
	const page = seen.reduce<Meeting | null>((meeting, event) => evolve(meeting, event), null);
	return summaryOf(page ?? played.meeting, { events: seen.slice(from), texts }, person);
}

test('[AW1] the room: where it stands now, what was voted, who leads', () => {
	const played = opened();
	const from = played.events.length;
	played.all(
		['m01', { type: 'item.start', item: 'a2' }],
		['m01', { type: 'floor.invite', ref: 't1', to: 'm04', kind: 'free' }],
		['m04', { type: 'floor.end', turn: 't1' }],
		['m01', { type: 'item.start', item: 'a3' }],
		['m01', { type: 'paper.publish', ref: 'd1', title: 'Báo cáo' }],
		['m01', { type: 'chair.hand-over', to: 'm02' }]
	);
	expect(told(played, 'm03', from).room).toEqual([
		{ kind: 'items', count: 2 },
		{ kind: 'item', item: 'a3' },
		{ kind: 'spoke', people: ['m04'] },
		{ kind: 'paper', paper: 'd1' },
		{ kind: 'chair', person: 'm02' }
	]);
	expect(told(played, 'm03', played.events.length)).toEqual({ room: [], own: [] });
});

test('[AW2] nothing that its reader may not see', () => {
	const played = opened();
	const from = played.events.length;
	played.all(
		['m01', { type: 'paper.publish', ref: 'd1', title: 'Hồ sơ', restrictedTo: 'members' }],
		['o1', comment('k1')],
		['m01', { type: 'comment.reply', comment: 'k1', ref: 'r1', text: 'cảm ơn' }]
	);
	expect(told(played, 'o2', from)).toEqual({ room: [], own: [] });
	expect(told(played, 'o1', from).own).toEqual([{ kind: 'reply', comment: 'k1', person: 'm01' }]);
});

test('[AW3] [AW4] a text by section and by who wrote there; one’s own told apart', () => {
	const texts: TextChange[] = [
		{ document: 'minutes', block: 'a1', by: ['m03', 'm04'] },
		{ document: 'resolution', block: 'c1', by: ['m03'] }
	];
	expect(told(opened(), 'm03', 99, texts)).toEqual({
		room: [{ kind: 'text', document: 'minutes', block: 'a1', by: ['m04'] }],
		own: [
			{ kind: 'merged', document: 'minutes', block: 'a1' },
			{ kind: 'merged', document: 'resolution', block: 'c1' }
		]
	});
});

test('[AW4] what became of one’s comment, and of nobody else’s', () => {
	const played = opened().all(['m03', comment('k1')], ['m04', comment('k2')]);
	const from = played.events.length;
	played.all(
		['m02', { type: 'comment.handle', comment: 'k1', status: 'accepted' }],
		['m02', { type: 'comment.handle', comment: 'k2', status: 'noted' }]
	);
	expect(told(played, 'm03', from).own).toEqual([{ kind: 'handled', comment: 'k1', status: 'accepted' }]);
});

test('[AW5] a moment without a link is told only where the meeting moved on or something was delivered', () => {
	const text = { kind: 'text', document: 'minutes', block: 'a1', by: ['m04'] } as const;
	const typed: Summary = { room: [text], own: [] };
	expect(isWorthTelling(typed, 0, 1_000)).toBe(false);
	expect(isWorthTelling(typed, 0, 5_000)).toBe(true);
	expect(isWorthTelling(typed, 1, 1_000)).toBe(true);
	expect(isWorthTelling({ room: [{ kind: 'item', item: 'a2' }], own: [] }, 0, 1_000)).toBe(true);
	expect(isWorthTelling({ room: [], own: [] }, 0, 60_000)).toBe(false);
});
