import { setTimeout as wait } from 'node:timers/promises';
import { Unavailable, type DocumentAppend, type Log, type StoredDocument } from '../log/port.ts';
import { isSame } from './batch.ts';
import type { Limits } from './limits.ts';

export type News = Pick<StoredDocument, 'seq' | 'epoch' | 'batches' | 'clients'>;

/** `isOurs`: the batch is on disk. `news`: what the log holds beyond what we knew, our own batch included. */
export interface Outcome {
	readonly isOurs: boolean;
	readonly news: News | null;
}

export interface Circumstances {
	readonly log: Log;
	readonly limits: Pick<Limits, 'retryFirst' | 'retryLast'>;
	/** The database is away (with the reason), or back. */
	away(reason: unknown): void;
	back(): void;
	/** Set when the process ends: nothing waits any longer. */
	readonly closing: AbortSignal;
}

/** Conflicts with nothing, and errors that are none of the log's own: after so many it is a bug. */
const RIDDLES = 8;

/**
 * Appends one batch, as often as it takes. The answer to a commit may be lost, so the very same bytes are
 * tried again until they are found in the log or something else is found in their place; only then are the
 * frames in it judged anew.
 * @throws {Unavailable}  the process ends before the database came back
 * @throws whatever else the log throws again and again
 */
export async function commit(append: DocumentAppend, circumstances: Circumstances): Promise<Outcome> {
	const { log, limits } = circumstances;
	let pause = limits.retryFirst;
	for (let riddles = 0; ;) {
		try {
			await log.append([append]);
			circumstances.back();
			return { isOurs: true, news: null };
		} catch (error) {
			if (error instanceof Unavailable) circumstances.away(error);
			else if (++riddles > RIDDLES) throw error;
		}
		const outcome = await look(append, circumstances);
		if (outcome) return outcome;
		await patience(pause, circumstances.closing);
		pause = Math.min(pause * 2, limits.retryLast);
	}
}

/** What became of the append; null where the log stands as it stood, or cannot be asked. */
async function look(append: DocumentAppend, { log, away }: Circumstances): Promise<Outcome | null> {
	try {
		const news = await log.since(append.document, append.expected);
		if (!news) return null;
		const first = news.batches[0];
		if (first && isSame(first.parts, append.parts)) return { isOurs: true, news };
		return news.seq > append.expected || news.epoch !== append.epoch ? { isOurs: false, news } : null;
	} catch (error) {
		away(error);
		return null;
	}
}

async function patience(milliseconds: number, closing: AbortSignal): Promise<void> {
	try {
		await wait(milliseconds, undefined, { signal: closing });
	} catch {
		throw new Unavailable('closing');
	}
}
