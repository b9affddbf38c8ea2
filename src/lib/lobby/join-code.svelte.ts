/** The way into the room as its screen shows it: asked for anew each minute, kept while the link is down. */
const EVERY_MS = 60_000;
const RETRY_MS = 5_000;

export interface Code {
	/** The QR's part, which changes with the minutes. */
	readonly code: string;
	/** Eight digits; null where the meeting has none. */
	readonly joinCode: string | null;
	/** The part of the link for guests from afar; the desk alone is told. */
	readonly guests?: string;
}

export class JoinCode {
	#now = $state.raw<Code | null>(null);
	readonly #meeting: string;

	constructor(meeting: string) {
		this.#meeting = meeting;
	}

	get now(): Code | null {
		return this.#now;
	}

	/** Where the QR leads; the token stands in the fragment, which no server sees. */
	address(origin: string): string {
		return this.#now ? `${origin}/join#${this.#meeting}.${this.#now.code}` : '';
	}

	/** The link to send to guests from afar; empty where it is not known. */
	guestAddress(origin: string): string {
		return this.#now?.guests ? `${origin}/join#${this.#meeting}.${this.#now.guests}` : '';
	}

	/** Asks until the returned function is called; for `onMount`. */
	attach = (): (() => void) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const ask = async () => {
			const got = await fetched(this.#meeting);
			if (isOver) return;
			if (got !== 'no-link' && got !== 'refused') this.#now = got;
			timer = setTimeout(() => void ask(), got === 'no-link' ? RETRY_MS : EVERY_MS);
		};
		void ask();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	};
}

/** Either way the last code stays. Who is refused, as the wall of a meeting that was deleted, need not ask at once. */
async function fetched(meeting: string): Promise<Code | 'no-link' | 'refused'> {
	try {
		const answer = await fetch(`/meetings/${meeting}/wall/code`);
		return answer.ok ? ((await answer.json()) as Code) : 'refused';
	} catch {
		return 'no-link';
	}
}
