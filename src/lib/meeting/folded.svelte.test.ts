import { expect, test, vi } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import { Folded } from './folded.svelte.ts';

/** A page of m03's that was made when the meeting had just been opened, and what happened since. */
function page() {
	const played = opened();
	const start = { meeting: played.meeting, seq: played.events.length, person: 'm03' };
	played.all(
		['m03', { type: 'floor.request', ref: 'r1', kind: 'free' }],
		['m01', { type: 'projection.show', show: 'agenda' }],
		['m04', { type: 'floor.request', ref: 'r2', kind: 'free' }]
	);
	const askAgain = vi.fn();
	return {
		folded: new Folded(start, askAgain),
		askAgain,
		since: played.events.slice(start.seq),
		start,
		end: played.meeting
	};
}

test('what a page cannot fold yet waits, and all after it, until it can', async () => {
	const { folded, askAgain, since, start, end } = page();
	for (const event of since) folded.take([event]);
	expect(folded.seq).toBe(start.seq + 1);
	expect(folded.meeting.floor.requests).toHaveLength(1);
	await vi.waitFor(() => expect(folded.seq).toBe(start.seq + since.length));
	expect(folded.meeting).toEqual(end);
	expect(askAgain).not.toHaveBeenCalled();
});

test('what was told twice while it waited is folded once', async () => {
	const { folded, since, end } = page();
	folded.take(since);
	folded.take(since);
	await vi.waitFor(() => expect(folded.meeting).toEqual(end));
});

test('a page asks for what it missed, and keeps what it has', () => {
	const { folded, askAgain, since, start } = page();
	folded.take(since.filter((_, index) => index !== 1));
	expect(askAgain).toHaveBeenCalledOnce();
	expect(folded.seq).toBe(start.seq + 1);
});

test('the whole log from its beginning takes the place of what the page had', async () => {
	const played = opened();
	const empty = { ...played.meeting, people: {} };
	const folded = new Folded({ meeting: empty, seq: 3, person: 'm03' }, vi.fn());
	folded.take(played.events);
	await vi.waitFor(() => expect(folded.meeting).toEqual(played.meeting));
});
