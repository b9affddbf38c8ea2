/** The screens that are connected, by meeting, and what each has drawn: what the desk is told (wall, WA7). */
import type { Instant, MeetingId } from '../../src/lib/kernel/decider.ts';
import type { Receipt, ScreenStatus } from '../../src/lib/wall/contract.ts';

interface Screen {
	readonly number: number;
	/** A browser may have two connections for a moment while it comes back. */
	connections: number;
	receipt: Receipt | null;
	at: Instant;
}

export interface ScreensDeps {
	readonly clock: () => Instant;
	/** Who is at the desk hears of it. */
	readonly tell: (meeting: MeetingId, screens: readonly ScreenStatus[]) => void;
}

export class Screens {
	readonly #deps: ScreensDeps;
	readonly #meetings = new Map<MeetingId, Map<string, Screen>>();

	constructor(deps: ScreensDeps) {
		this.#deps = deps;
	}

	came(meeting: MeetingId, screen: string): void {
		const screens = this.#meetings.get(meeting) ?? new Map<string, Screen>();
		this.#meetings.set(meeting, screens);
		const known = screens.get(screen);
		if (known) known.connections += 1;
		else
			screens.set(screen, {
				number: freeNumber([...screens.values()]),
				connections: 1,
				receipt: null,
				at: this.#deps.clock()
			});
		this.#tell(meeting);
	}

	told(meeting: MeetingId, screen: string, receipt: Receipt): void {
		const known = this.#meetings.get(meeting)?.get(screen);
		if (!known) return;
		known.receipt = receipt;
		known.at = this.#deps.clock();
		this.#tell(meeting);
	}

	left(meeting: MeetingId, screen: string): void {
		const screens = this.#meetings.get(meeting);
		const known = screens?.get(screen);
		if (!screens || !known) return;
		known.connections -= 1;
		if (known.connections === 0) screens.delete(screen);
		if (screens.size === 0) this.#meetings.delete(meeting);
		this.#tell(meeting);
	}

	of(meeting: MeetingId): ScreenStatus[] {
		return [...(this.#meetings.get(meeting) ?? [])].map(([screen, { number, receipt, at }]) => ({
			screen,
			number,
			receipt,
			at
		}));
	}

	#tell(meeting: MeetingId): void {
		this.#deps.tell(meeting, this.of(meeting));
	}
}

/** A screen that comes back into an empty place has its old number again. */
function freeNumber(screens: readonly Screen[]): number {
	const taken = new Set(screens.map(({ number }) => number));
	let number = 1;
	while (taken.has(number)) number += 1;
	return number;
}
