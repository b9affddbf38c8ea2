import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { opened, type Played } from '../../tests/support/meeting.ts';
import type { TextOfBlock } from '../../src/lib/meeting/contract.ts';
import type { ScreenStatus } from '../../src/lib/wall/contract.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import { Publication } from './publication.ts';
import { Screens } from './screens.ts';
import { restFor } from '../../src/lib/wall/settling.ts';

test('[WA5] a whole sentence rests shorter than half of one', () => {
	expect(restFor('Chi bộ thống nhất.')).toBeLessThan(restFor('Chi bộ thống'));
	expect(restFor('Đồng chí hỏi: “Bao giờ xong?”')).toBe(restFor('Xong.'));
	expect(restFor('')).toBe(restFor('Xong.'));
});

describe('the words of the screens', () => {
	/** By version, from 1; the last is what stands there now. */
	let versions: Record<string, string>[];
	let told: TextOfBlock[];
	let played: Played;
	let publication: Publication;
	const failures: unknown[] = [];

	const room = () => ({ id: 'mtg', meeting: played.meeting }) as LiveRoom;
	const seq = () => versions.length;
	const words = (at: number) => ({
		seq: at,
		written: (block: string) => ({ text: versions[at - 1]?.[block] ?? '' })
	});

	/** As a commit of the minutes does. */
	async function typed(block: string, text: string) {
		versions.push({ ...versions.at(-1), [block]: text });
		publication.changed('mtg', 'minutes', seq(), [{ block, text }]);
		await vi.advanceTimersByTimeAsync(0);
	}

	async function act(...command: Parameters<Played['do']>) {
		const before = played.events.length;
		played.do(command[0], command[1], { textSeq: seq });
		publication.committed(room(), played.events.slice(before));
		await vi.advanceTimersByTimeAsync(0);
	}

	const texts = () => told.map(({ text }) => text);

	beforeEach(async () => {
		vi.useFakeTimers();
		versions = [{ a1: 'Đã ghi.' }];
		told = [];
		played = opened();
		publication = new Publication({
			room: async () => room(),
			now: async () => words(seq()),
			at: async (_meeting, _document, at) => words(at),
			tell: (_meeting, block) => told.push(block),
			failed: (error) => failures.push(error)
		});
		await publication.of(room());
	});

	afterEach(() => {
		publication.close();
		vi.useRealTimers();
		expect(failures.splice(0)).toEqual([]);
	});

	test('[WA5] half a sentence is not read by the hall; the whole one is, once it rests', async () => {
		await typed('a1', 'Đã ghi. Đồng chí Lan nói');
		await vi.advanceTimersByTimeAsync(2_000);
		expect(texts()).toEqual([]);
		await typed('a1', 'Đã ghi. Đồng chí Lan nói rõ.');
		await vi.advanceTimersByTimeAsync(1_400);
		expect(texts()).toEqual([]);
		await vi.advanceTimersByTimeAsync(200);
		expect(texts()).toEqual(['Đã ghi. Đồng chí Lan nói rõ.']);
		expect(
			(await publication.of(room())).find(({ document, block }) => document === 'minutes' && block === 'a1')
				?.text
		).toBe('Đã ghi. Đồng chí Lan nói rõ.');
	});

	test('[WA5] live: every letter', async () => {
		await act('m01', { type: 'wall.wording', wording: 'live' });
		await typed('a1', 'Đ');
		await typed('a1', 'Đồ');
		expect(texts()).toEqual(['Đ', 'Đồ']);
	});

	test('[WA5] published: nothing by itself, and exactly what stood there when it was published', async () => {
		await act('m01', { type: 'wall.wording', wording: 'published' });
		await typed('a1', 'Câu một.');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(texts()).toEqual([]);
		const before = played.events.length;
		played.do('m02', { type: 'text.publish', document: 'minutes', block: 'a1' }, { textSeq: seq });
		versions.push({ a1: 'Câu một. Câu ha' });
		publication.committed(room(), played.events.slice(before));
		await vi.advanceTimersByTimeAsync(0);
		expect(told).toEqual([{ document: 'minutes', block: 'a1', seq: 2, text: 'Câu một.' }]);
	});

	test('[WA5] a process that starts anew reads what was published from the log', async () => {
		await act('m01', { type: 'wall.wording', wording: 'published' });
		await typed('a1', 'Câu một.');
		await act('m01', { type: 'text.publish', document: 'minutes', block: 'a1' });
		await typed('a1', 'Câu một. Câu ha');
		const again = new Publication({
			room: async () => room(),
			now: async () => words(seq()),
			at: async (_meeting, _document, at) => words(at),
			tell: () => {},
			failed: (error) => failures.push(error)
		});
		const block = (await again.of(room())).find((each) => each.document === 'minutes' && each.block === 'a1');
		expect(block?.text).toBe('Câu một.');
		again.close();
	});

	test('[WA5] what is put on the wall by hand is read as it stands', async () => {
		await typed('a2', 'Mới viết');
		expect(texts()).toEqual([]);
		await act('m01', { type: 'projection.show', show: 'document', what: 'a2' });
		expect(texts()).toEqual(['Mới viết']);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(texts()).toEqual(['Mới viết']);
	});

	test('[WA5] settled again: what waited goes on by itself', async () => {
		await act('m01', { type: 'wall.wording', wording: 'published' });
		await typed('a1', 'Câu hai.');
		await act('m01', { type: 'wall.wording', wording: 'settled' });
		await vi.advanceTimersByTimeAsync(2_000);
		expect(texts()).toEqual(['Câu hai.']);
	});
});

describe('the list of screens', () => {
	test('[WA7] a screen is there while it is connected, with what it has drawn; its number comes back with it', () => {
		let now = 1_000;
		let last: readonly ScreenStatus[] = [];
		const screens = new Screens({ clock: () => now, tell: (_meeting, all) => (last = all) });
		const receipt = { seq: 5, texts: { minutes: 9 }, page: 0, pages: 2 };
		screens.came('mtg', 'w1');
		screens.came('mtg', 'w2');
		now = 2_000;
		screens.told('mtg', 'w1', receipt);
		screens.told('mtg', 'stranger', receipt);
		expect(last).toEqual([
			{ screen: 'w1', number: 1, receipt, at: 2_000 },
			{ screen: 'w2', number: 2, receipt: null, at: 1_000 }
		]);
		screens.came('mtg', 'w1'); // it comes back before the old connection is known to be gone
		screens.left('mtg', 'w1');
		expect(last.map(({ screen }) => screen)).toEqual(['w1', 'w2']);
		screens.left('mtg', 'w1');
		screens.came('mtg', 'w3');
		expect(last.map(({ screen, number }) => [screen, number])).toEqual([
			['w2', 2],
			['w3', 1]
		]);
		expect(screens.of('other')).toEqual([]);
	});
});
