import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Progress } from './progress.svelte.ts';

const AT = 1_000;

function confirm(progress: Progress, frames: number): { client: number; clock: number } {
	const body = encoding.encode((encoder) => {
		for (const number of [frames, 7, 42]) encoding.writeVarUint(encoder, number);
	});
	return progress.committed(decoding.createDecoder(body), AT);
}

function connected(): Progress {
	const progress = new Progress();
	progress.opened();
	progress.synced();
	return progress;
}

test('nothing is saved before the last frame is confirmed', () => {
	const progress = connected();
	progress.sent();
	progress.sent();
	expect(progress.saving).toEqual({ state: 'saving' });
	confirm(progress, 1);
	expect(progress.saving).toEqual({ state: 'saving' });
	confirm(progress, 2);
	expect(progress.saving).toEqual({ state: 'saved', at: AT });
});

test('what was on its way when the link broke is kept here until a new link confirms it', () => {
	const progress = connected();
	progress.sent();
	progress.lost();
	expect(progress.saving).toEqual({ state: 'kept' });
	progress.opened();
	progress.sent();
	expect(progress.saving).toEqual({ state: 'kept' });
	progress.synced();
	expect(progress.saving).toEqual({ state: 'saving' });
	confirm(progress, 1);
	expect(progress.saving).toEqual({ state: 'saved', at: AT });
});

test('what is written without a link is kept here, though no frame was sent', () => {
	const progress = connected();
	progress.lost();
	expect(progress.saving).toEqual({ state: 'saved', at: null });
	progress.wrote(false);
	expect(progress.saving).toEqual({ state: 'kept' });
});

test('a confirmation says whose words it confirms', () => {
	expect(confirm(connected(), 0)).toEqual({ client: 7, clock: 42 });
});
