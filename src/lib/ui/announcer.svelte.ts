import { createContext } from 'svelte';

const PAUSE = 5_000;

/** The page's one voice for screen readers: what was said last, at most one sentence in five seconds. */
export class Announcer {
	#sentence = $state('');
	#next: string | undefined;
	#quietUntil = 0;

	get sentence(): string {
		return this.#sentence;
	}

	/** Says it now, or when the pause ends; a newer sentence replaces one that still waits. */
	say(sentence: string): void {
		const wait = this.#quietUntil - Date.now();
		if (wait <= 0) return this.#speak(sentence);
		if (this.#next === undefined) setTimeout(() => this.#speak(this.#next ?? ''), wait);
		this.#next = sentence;
	}

	#speak(sentence: string): void {
		this.#next = undefined;
		this.#quietUntil = Date.now() + PAUSE;
		this.#sentence = sentence;
	}
}

export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
