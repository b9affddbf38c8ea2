import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { whenCalm } from '../../ui/calm.ts';
import { schema } from '../schema.ts';
import { Incoming } from './incoming.ts';
import { bringsUnknown } from './newer-schema.ts';
import { Progress } from './progress.svelte.ts';
import { socketFor } from './socket.ts';
import { Store, type StoreName } from './store.ts';
import { Committed, unreceived, type Unreceived } from './unreceived.ts';
import { writerOf, type Writer } from './writers.ts';

const SYNC = 0;
const STEP_1 = 0;
const DENIED = 2;
const SAVED = 100;

export interface CopyOptions {
	readonly serverUrl: string;
	readonly store: StoreName;
	readonly mayWrite: boolean;
	/** The server's clock, for the time of saving. */
	readonly now: () => number;
	/** The server ended it for good, with this close code. */
	readonly ended: (code: number) => void;
}

/** One copy of a document with its link: lives until the server ends it, then another takes its place. */
export class Copy {
	readonly doc = new Y.Doc();
	readonly progress = new Progress();
	readonly incoming: Incoming;
	#provider: WebsocketProvider;
	#store: Store | null;
	#options: CopyOptions;
	#committed = new Committed();
	#beforeOutdated: readonly (() => void)[] = [];
	#isClosed = false;
	#isReady = $state(false);
	#isLinked = $state(false);
	#isLost = $state(false);
	#isOutdated = $state(false);
	#mayWrite = $state(false);
	#writers = $state.raw<readonly Writer[]>([]);

	constructor(options: CopyOptions) {
		this.#options = options;
		this.#mayWrite = options.mayWrite;
		this.doc.on('beforeObserverCalls', (transaction) => this.#watchSchema(transaction));
		this.doc.on('update', (update, origin) => this.#watchUpdates(update, origin));
		this.#provider = this.#link();
		this.incoming = new Incoming(this.#provider);
		this.#listen();
		if (!options.mayWrite) this.awareness.setLocalState(null);
		this.#store = options.mayWrite ? new Store(options.store, this.doc) : null;
		void this.#open();
		if (options.mayWrite) whenCalm(() => void this.#rescue().catch(() => undefined));
	}

	get awareness(): WebsocketProvider['awareness'] {
		return this.#provider.awareness;
	}
	/** The words are here, from the server or from this device. */
	get isReady(): boolean {
		return this.#isReady;
	}
	get isLinked(): boolean {
		return this.#isLinked;
	}
	/** There was a link, or a try at one, and there is none. */
	get isLost(): boolean {
		return this.#isLost;
	}
	/** A newer page wrote what this one does not know: it reads on, and never writes again. */
	get isOutdated(): boolean {
		return this.#isOutdated;
	}
	get mayWrite(): boolean {
		return this.#mayWrite && !this.#isOutdated;
	}
	get writers(): readonly Writer[] {
		return this.#writers;
	}
	get hasUnsaved(): boolean {
		return !this.progress.allCommitted;
	}

	/** Called before a binding would see, and spoil, what it does not know. */
	onOutdated(callback: () => void): () => void {
		this.#beforeOutdated = [...this.#beforeOutdated, callback];
		return () => (this.#beforeOutdated = this.#beforeOutdated.filter((known) => known !== callback));
	}

	/** The right went; words on their way may still be confirmed. */
	stopWriting(): void {
		this.#mayWrite = false;
	}

	unreceived(): Unreceived[] {
		return unreceived(this.doc, this.#committed);
	}

	disconnect(): void {
		this.#provider.disconnect();
	}

	connect(): void {
		if (!this.#isClosed) this.#provider.connect();
	}

	/** @param forget  also what is kept on this device */
	async close(forget: boolean): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.incoming.destroy();
		this.#provider.destroy();
		if (forget) await this.#store?.clear();
		else await this.#store?.close();
		this.doc.destroy();
	}

	#link(): WebsocketProvider {
		const { store, serverUrl } = this.#options;
		return new WebsocketProvider(serverUrl, `${store.meeting}/${store.document}`, this.doc, {
			connect: false,
			disableBc: true,
			WebSocketPolyfill: socketFor({
				mayWrite: () => this.mayWrite,
				opened: () => this.progress.opened(),
				sent: () => this.progress.sent()
			})
		});
	}

	async #open(): Promise<void> {
		await this.#store?.loaded();
		if (this.#isClosed) return;
		if (this.doc.share.size > 0) this.#isReady = true;
		this.#provider.connect();
	}

	/** Own words that another's joining of paragraphs takes along unseen are put back. */
	async #rescue(): Promise<void> {
		const { rescue } = await import('./rescue.ts');
		if (this.#isClosed) return;
		rescue(
			this.doc,
			() => this.incoming.applying,
			() => this.mayWrite && !this.#isClosed
		);
	}

	#listen(): void {
		const provider = this.#provider;
		provider.messageHandlers[SAVED] = (_encoder, decoder) => {
			const { client, clock } = this.progress.committed(decoder, this.#options.now());
			this.#committed.raise(client, clock);
		};
		// The stock handler writes to the console; a refusal comes as a close code.
		provider.messageHandlers[DENIED] = () => {};
		this.#readStateVectors();
		provider.on(
			'status',
			({ status }) => status !== 'connecting' && this.#linkChanged(status === 'connected')
		);
		provider.on('sync', (isSynced) => {
			if (!isSynced) return;
			this.#isReady = true;
			this.progress.synced();
		});
		provider.on('connection-error', () => (this.#isLost = true));
		provider.on('closed', ({ code }) => this.#options.ended(code));
		provider.awareness.on('change', () => (this.#writers = this.#othersHere()));
	}

	/** The server's step 1 says what it has committed, ours from earlier pages included. */
	#readStateVectors(): void {
		const { messageHandlers } = this.#provider;
		const handler = messageHandlers[SYNC];
		messageHandlers[SYNC] = (encoder, decoder, provider, emitSynced, type) => {
			if (decoder.arr[decoder.pos] === STEP_1) {
				const peek = decoding.clone(decoder, decoder.pos + 1);
				for (const [client, clock] of Y.decodeStateVector(decoding.readVarUint8Array(peek)))
					this.#committed.raise(client, clock);
			}
			handler?.(encoder, decoder, provider, emitSynced, type);
		};
	}

	#linkChanged(isLinked: boolean): void {
		this.#isLinked = isLinked;
		this.#isLost = !isLinked;
		if (!isLinked) this.progress.lost();
	}

	#watchUpdates(update: Uint8Array, origin: unknown): void {
		if (origin === this.#provider) this.#committed.received(update);
		else if (!this.#store?.isOrigin(origin)) this.progress.wrote(this.#provider.wsconnected);
	}

	#watchSchema(transaction: Y.Transaction): void {
		if (this.#isOutdated || !bringsUnknown(transaction, schema)) return;
		this.#isOutdated = true;
		for (const leave of this.#beforeOutdated) leave();
	}

	#othersHere(): Writer[] {
		const found: Writer[] = [];
		for (const [client, state] of this.awareness.getStates()) {
			const writer = writerOf(client, state);
			if (writer && client !== this.doc.clientID) found.push(writer);
		}
		return found;
	}
}
