import type { Instant, PersonId } from '../kernel/decider.ts';
import type { TextHistory } from './contract.ts';
import type { Piece } from './text.ts';

/** Somebody's part in a sentence: from the first to the last of their letters that still stand in it. */
export interface Writer {
	readonly person: PersonId;
	readonly from: Instant;
	readonly to: Instant;
}

export interface Sentence {
	readonly text: string;
	/** Who began first stands first. */
	readonly writers: readonly Writer[];
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });

/** A paragraph cut into sentences, each with whose letters it is made of (RP5). */
export function sentencesOf(history: TextHistory, pieces: readonly Piece[]): Sentence[] {
	const whole = pieces.map(({ letters }) => letters).join('');
	let from = 0;
	let piece = 0;
	return [...segmenter.segment(whole)].map(({ segment, index }) => {
		const end = index + segment.length;
		const writers: Writer[] = [];
		for (; piece < pieces.length; piece += 1) {
			const { letters, step } = pieces[piece] ?? { letters: '', step: 0 };
			const mine = whole.slice(Math.max(from, index), Math.min(from + letters.length, end));
			// What only parts words is nobody's part in the sentence.
			if (mine.trim() !== '') join(writers, writerOf(history, step));
			if (from + letters.length > end) break;
			from += letters.length;
		}
		return { text: segment.normalize('NFC'), writers };
	});
}

/** In whose name a step was committed, and when; null for none. */
export function authorAt({ people, authors }: TextHistory, step: number): PersonId | null {
	return people[authors[step - 1] ?? -1] ?? null;
}

function writerOf(history: TextHistory, step: number): Writer {
	const at = history.ats[step - 1] ?? 0;
	return { person: authorAt(history, step) ?? '', from: at, to: at };
}

function join(writers: Writer[], { person, from, to }: Writer): void {
	const known = writers.findIndex((writer) => writer.person === person);
	const before = writers[known];
	if (!before) return void writers.push({ person, from, to });
	writers[known] = { person, from: Math.min(before.from, from), to: Math.max(before.to, to) };
}
