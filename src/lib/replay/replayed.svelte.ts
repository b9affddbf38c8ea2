import { createContext } from 'svelte';
import type { AnyDocument, DocumentName } from '../access/contract.ts';
import type { Written } from '../documents/woven.ts';
import type { Instant } from '../kernel/decider.ts';
import { evolve } from '../meeting/evolve.ts';
import { wordsByHand, type ByHand } from '../meeting/hall-words.ts';
import { readingOf } from '../meeting/reading.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Replay, TextHistory } from './contract.ts';
import { foldingOf, type Folding } from './folding.ts';
import type { HallFacts } from './hall.ts';
import {
	countAt,
	courseOf,
	marksOf,
	nextMark,
	previousMark,
	reached,
	type Course,
	type Mark
} from './moments.ts';
import { writtenOf, type Standing } from './text.ts';
import { Texts, type Latest } from './texts.ts';

export const SPEEDS = [1, 5, 20, 60] as const;
export type Speed = (typeof SPEEDS)[number];

const TICK_MS = 100;

/** What only `wall` knows of how a screen gets its words. */
export interface WallRules {
	readonly restFor: HallFacts['restFor'];
	readonly publishedSeq: (wall: Meeting['wall'], document: DocumentName, block: string) => number;
}

/** The meeting at the second that the slider stands at; all panes read from here (RP3). */
export class Replayed {
	readonly course: Course;
	readonly marks: readonly Mark[];
	/** As it ended: for the lengths of its items. */
	readonly end: Meeting;
	readonly #times: readonly Instant[];
	readonly #folding: Folding<Meeting>;
	readonly #texts: Texts;
	readonly #byHand: readonly ByHand[];
	readonly #wall: WallRules;
	#at: Instant = $state(0);
	#timer: ReturnType<typeof setInterval> | undefined;
	#isPlaying = $state(false);
	speed: Speed = $state(1);
	readonly #seq = $derived.by(() => Math.max(1, countAt(this.#times, this.#at)));
	readonly #meeting = $derived.by(() => this.#folding.after(this.#seq));

	constructor({ events, texts }: Replay, wall: WallRules) {
		this.#folding = foldingOf<Meeting>(events, evolve);
		this.#times = reached(events.map(({ at }) => at));
		this.end = this.#folding.after(events.length);
		const from = events[0]?.at ?? 0;
		this.course = courseOf(events) ?? { from, to: this.#times.at(-1) ?? from };
		this.marks = marksOf(events).filter(({ at }) => at >= this.course.from && at <= this.course.to);
		this.#byHand = wordsByHand(events, this.end);
		this.#wall = wall;
		this.#texts = new Texts(texts);
		this.#at = this.course.from;
	}

	get at(): Instant {
		return this.#at;
	}
	/** Of the last event that had happened. */
	get seq(): number {
		return this.#seq;
	}
	get meeting(): Meeting {
		return this.#meeting;
	}
	get isPlaying(): boolean {
		return this.#isPlaying;
	}

	/** Whole seconds of the course. */
	get seconds(): number {
		return Math.ceil((this.course.to - this.course.from) / 1000);
	}
	get second(): number {
		return Math.min(this.seconds, Math.floor((this.#at - this.course.from) / 1000));
	}

	seek(at: Instant): void {
		this.#at = Math.min(this.course.to, Math.max(this.course.from, at));
	}

	toSecond(second: number): void {
		this.seek(this.course.from + second * 1000);
	}

	/** @returns where it leads; nothing where there is no further one */
	toNext(): Mark | undefined {
		return this.#to(nextMark(this.marks, this.#at));
	}
	toPrevious(): Mark | undefined {
		return this.#to(previousMark(this.marks, this.#at));
	}
	#to(mark: Mark | undefined): Mark | undefined {
		if (mark) this.seek(mark.at);
		return mark;
	}

	/** Runs until the end, or until it is paused; from the end it begins anew (RP7). */
	play(): void {
		if (this.#isPlaying) return;
		if (this.#at >= this.course.to) this.seek(this.course.from);
		this.#isPlaying = true;
		let before = performance.now();
		this.#timer = setInterval(() => {
			const now = performance.now();
			this.seek(this.#at + (now - before) * this.speed);
			before = now;
			if (this.#at >= this.course.to) this.pause();
		}, TICK_MS);
	}

	pause(): void {
		clearInterval(this.#timer);
		this.#isPlaying = false;
	}

	// ---- the texts

	history(document: AnyDocument): TextHistory | undefined {
		return this.#texts.history(document);
	}

	/** The elements of a block; the same list until the block changes. */
	elements(document: AnyDocument, block: string): readonly Standing[] {
		return this.#texts.elements(document, block, this.#at);
	}

	latest(document: AnyDocument): Latest | null {
		return this.#texts.latest(document, this.#at);
	}

	/** The first line of an agenda item's words. */
	title = (item: string): string => firstLine(writtenOf(this.elements('agenda', item)));

	/** The title that an item ended with, for marks that lie ahead. */
	lastTitle(item: string): string {
		return firstLine(this.#texts.last('agenda', item));
	}

	/** A block as the screens had it, with what the facts in it said. */
	readsInHall = (document: string, block: string): string =>
		readingOf(this.#meeting, this.#inHall(document, block));
	typedInHall = (document: string, block: string): string => this.#inHall(document, block).text;

	#inHall(name: string, block: string): Written {
		const document = name as DocumentName;
		const { wall } = this.#meeting;
		return this.#texts.inHall(document, block, this.#at, {
			wording: wall.wording,
			publishedSeq: this.#wall.publishedSeq(wall, document, block),
			byHand: this.#lastByHand(document, block),
			restFor: this.#wall.restFor
		});
	}

	#lastByHand(document: DocumentName, block: string): Instant | null {
		const shown = this.#byHand.findLast(
			(each) =>
				each.at <= this.#at &&
				(each.document === null || each.document === document) &&
				(each.block === null || each.block === block)
		);
		return shown?.at ?? null;
	}
}

function firstLine({ text }: Written): string {
	return text.split('\n', 1)[0] ?? '';
}

export const [getReplayed, setReplayed] = createContext<Replayed>();
