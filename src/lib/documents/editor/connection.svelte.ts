import type { Saving } from '../../ui/saving.ts';
import { Copy } from './copy.svelte.ts';
import type { Unreceived } from './unreceived.ts';
import type { Writer } from './writers.ts';

/** Close codes of the documents' endpoint (docs/protocol.md). */
const REFUSED = 4400;
const SIGNED_OUT = 4401;
const RIGHT_LOST = 4403;
const NOT_FOUND = 4404;
/** A copy that is refused again and again is not opened a fourth time. */
const MOST_REFUSALS = 3;
/** How long words on their way may still be confirmed after a right went. */
const GRACE = 3_000;

export type ConnectionState = 'opening' | 'live' | 'offline' | 'signed-out' | 'not-found' | 'closed';

export interface ConnectionOptions {
	readonly meeting: string;
	readonly document: string;
	readonly person: string;
	readonly mayWrite: boolean;
	/** Changes when a document begins anew under the same name, so that old words on a device do not come back. */
	readonly generation?: string;
	/** Server's clock minus this device's, in milliseconds. */
	readonly offset?: () => number;
	/** Left out: this page's own server. */
	readonly serverUrl?: string;
}

/**
 * A person's link to one document. `copy` is replaced when the server ends one (a refused update, a right that
 * went or came), so whatever is bound to it must be keyed by it.
 */
export class DocumentConnection {
	#options: ConnectionOptions;
	#copy = $state.raw<Copy>() as Copy;
	#ending = $state<'signed-out' | 'not-found' | 'closed' | null>(null);
	#unreceived = $state.raw<readonly Unreceived[]>([]);
	#rightLost = $state(false);
	#refusals = 0;
	#demotion: ReturnType<typeof setTimeout> | undefined;
	#isDropped = false;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		this.#copy = this.#open(options.mayWrite);
		addEventListener('offline', this.#offline);
		addEventListener('online', this.#online);
	}

	get copy(): Copy {
		return this.#copy;
	}

	get state(): ConnectionState {
		if (this.#ending) return this.#ending;
		if (this.#copy.isLinked) return this.#copy.isReady ? 'live' : 'opening';
		return this.#copy.isLost ? 'offline' : 'opening';
	}

	get saving(): Saving {
		return this.#copy.progress.saving;
	}

	get mayWrite(): boolean {
		return this.#ending === null && this.#copy.mayWrite;
	}

	get isOutdated(): boolean {
		return this.#copy.isOutdated;
	}

	get writers(): readonly Writer[] {
		return this.#copy.writers;
	}

	/** The right to write went while the page was open. */
	get rightLost(): boolean {
		return this.#rightLost;
	}

	/** Own words that were refused: to be copied or sent as a comment, then discarded. */
	get unreceived(): readonly Unreceived[] {
		return this.#unreceived;
	}

	discardUnreceived(): void {
		this.#unreceived = [];
	}

	/** The facts say whether this person may write now. */
	setMayWrite(mayWrite: boolean): void {
		if (this.#ending !== null || mayWrite === this.#copy.mayWrite || this.#copy.isOutdated) return;
		clearTimeout(this.#demotion);
		if (mayWrite) {
			this.#rightLost = false;
			return void this.#replace(true, false);
		}
		this.#rightLost = true;
		this.#copy.stopWriting();
		const copy = this.#copy;
		this.#demotion = setTimeout(
			() => this.#copy === copy && this.#replace(false, true),
			copy.hasUnsaved ? GRACE : 0
		);
	}

	/** The page's other link broke (a half-open one shows here last of all). */
	dropped(): void {
		this.#isDropped = true;
		this.#copy.disconnect();
	}

	restored(): void {
		this.#isDropped = false;
		if (this.#ending === null) this.#copy.connect();
	}

	async close(): Promise<void> {
		clearTimeout(this.#demotion);
		removeEventListener('offline', this.#offline);
		removeEventListener('online', this.#online);
		this.#ending = 'closed';
		await this.#copy.close(false);
	}

	#offline = () => this.#copy.disconnect();
	#online = () => {
		if (!this.#isDropped && this.#ending === null) this.#copy.connect();
	};

	#open(mayWrite: boolean): Copy {
		const { meeting, document, person, generation = '1', serverUrl, offset } = this.#options;
		const copy: Copy = new Copy({
			serverUrl: serverUrl ?? `${location.origin.replace(/^http/, 'ws')}/yjs`,
			store: { person, meeting, document, generation },
			mayWrite,
			now: () => Date.now() + (offset?.() ?? 0),
			ended: (code) => this.#ended(copy, code)
		});
		return copy;
	}

	#ended(copy: Copy, code: number): void {
		if (copy !== this.#copy) return;
		if (code === SIGNED_OUT) {
			// Kept on the device: whoever signs in again under the same name finds the words.
			this.#ending = 'signed-out';
		} else if (code === NOT_FOUND) {
			this.#setAside();
			this.#ending = 'not-found';
			void copy.close(true);
		} else if (code === RIGHT_LOST) {
			this.#rightLost = true;
			void this.#replace(false, true);
		} else if (code === REFUSED && (this.#refusals += 1) <= MOST_REFUSALS) {
			void this.#replace(copy.mayWrite, true);
		} else {
			this.#ending = 'closed';
		}
	}

	/** Another copy under a new client id, after this one's words are set aside or known to be saved. */
	async #replace(mayWrite: boolean, forget: boolean): Promise<void> {
		const old = this.#copy;
		if (forget) this.#setAside();
		await old.close(forget);
		if (this.#copy === old && this.#ending === null) this.#copy = this.#open(mayWrite);
	}

	#setAside(): void {
		const words = this.#copy.unreceived();
		if (words.length > 0) this.#unreceived = [...this.#unreceived, ...words];
	}
}
