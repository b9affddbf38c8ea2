/**
 * The room in the browser: takes what the server tells, sends commands, and says honestly how things stand.
 * One per page, handed down by context.
 */
import { createContext } from 'svelte';
import { Manager, type Socket } from 'socket.io-client';
import { PROTOCOL_NUMBER } from './protocol.ts';
import { isInside, running } from '../closed/closed.ts';
import { Deliveries, type Pending } from './deliveries.svelte.ts';
import type { Facts, MeetingDecision, Rules } from './facts.ts';
import { Folded } from './folded.svelte.ts';
import type { Meeting } from './state.ts';
import { kept } from './outbox.ts';
import { RoomTexts, type Texts } from './texts.svelte.ts';
import { whenCalm } from '../ui/calm.ts';
import type { Permit } from '../people/permit.ts';
import type { Receipt, ScreenStatus } from '../wall/contract.ts';
import type { Seen } from '../away/away.ts';
import type { Answer, ClientToServer, Command, Refusal, ServerToClient } from './contract.ts';

/** What the page's load gives: the state at `seq` as this viewer may see it, and the texts it shows. */
export interface RoomData {
	readonly meeting: Meeting;
	readonly seq: number;
	/** The server's domain clock when the page was made. */
	readonly now: number;
	readonly person: string | null;
	/** The screen of the hall that looks; null for people. */
	readonly screen: string | null;
	/** The account that looks, by which the lobby knows it. */
	readonly device: string;
	/** By document, by block: for a screen the words that it may show, for people the newest. */
	readonly texts: Texts;
	/** By document: the `seq` that these words are of. */
	readonly textSeqs: Readonly<Record<string, number>>;
}

export type Link = 'connecting' | 'online' | 'offline' | 'signed-out';

const NO_RULES: Rules = { decide: () => null, permits: {} };
const ANSWER_MS = 5_000;
const ASK_AGAIN_MS = 1_000;

export class Room {
	readonly #folded: Folded;
	readonly #texts: RoomTexts;
	readonly #deliveries: Deliveries;
	#screens: readonly ScreenStatus[] = $state.raw([]);
	#link: Link = $state('connecting');
	#offset = $state(0);
	#socket: Socket<ServerToClient, ClientToServer> | null = null;
	#lostAt: number | null = null;
	#rules: Rules = $state.raw(NO_RULES);
	#isFetchingRules = false;
	/** How far the page had come when its link went. */
	#leftAt: Seen | null = null;
	/** The page itself hung up, to ask again: that is no absence. */
	#isAskingAgain = false;
	#cameBackFrom: Seen | null = $state.raw(null);
	readonly person: string | null;
	readonly screen: string | null;
	readonly device: string;

	/** @param rules  those that the page cannot do without at once; the others are fetched when first asked for */
	constructor(data: RoomData, rules = NO_RULES) {
		this.#rules = rules;
		this.#folded = new Folded(data, () => this.#resume());
		this.#texts = new RoomTexts(data, () => this.meeting);
		this.#offset = data.now - Date.now();
		this.person = data.person;
		this.screen = data.screen;
		this.device = data.device;
		this.#deliveries = new Deliveries(
			{
				isOnline: () => this.#link === 'online',
				ask: (id, command) => this.#ask(id, command),
				writtenAt: () => Math.round(Math.max(this.now(), this.#lostAt ?? 0))
			},
			data.person === null ? null : kept(data.meeting.setup.id, data.person)
		);
	}

	get meeting(): Meeting {
		return this.#folded.meeting;
	}
	get seq(): number {
		return this.#folded.seq;
	}
	get link(): Link {
		return this.#link;
	}
	get pending(): readonly Pending[] {
		return this.#deliveries.pending;
	}
	/** How far this page has come. */
	get seen(): Seen {
		return { at: Math.round(this.now()), seq: this.seq, texts: { ...this.textSeqs } };
	}
	/** How far it had come before the link was gone and came back; null when it never was. */
	get cameBackFrom(): Seen | null {
		return this.#cameBackFrom;
	}
	/** How much that was kept on this device has been delivered since. */
	get delivered(): number {
		return this.#deliveries.delivered;
	}
	/** Server time less device time, in milliseconds: countdowns are right whatever the phone says. */
	get offset(): number {
		return this.#offset;
	}
	now(): number {
		return Date.now() + this.#offset;
	}

	/** Waits outside a closed session (`closed/RULES.md`, CS3). */
	get isOutside(): boolean {
		const part = running(this.meeting.closed);
		return part !== undefined && !isInside(part, this.#folded.me);
	}

	/** What people typed in a block. */
	text = (document: string, block: string): string => this.#texts.typed(document, block);

	/** A block as it is read, with what the facts in it say now. */
	reads = (document: string, block: string): string => this.#texts.reads(document, block);

	/** The words that the screens of the hall have: on a screen its own, at the desk what is told of them. */
	onWall = (document: string, block: string): string => this.#texts.onWall(document, block);

	/** Those of them that people typed. */
	typedOnWall = (document: string, block: string): string => this.#texts.typedOnWall(document, block);

	/** The screens of the hall that are connected; the desk alone is told. */
	get screens(): readonly ScreenStatus[] {
		return this.#screens;
	}

	/** By text: the committed batch whose words this page has. */
	get textSeqs(): Readonly<Record<string, number>> {
		return this.#texts.seqs;
	}

	/** A screen tells the desk what it has drawn. */
	tellDrawn(receipt: Receipt): void {
		this.#socket?.emit('drawn', receipt);
	}

	/** The first line of an agenda item's words is its title. */
	title(item: string): string {
		return this.text('agenda', item).split('\n', 1)[0] ?? '';
	}

	/**
	 * Whether the rules would take this command now; what a button asks to know if it is offered. A rule that the
	 * page does not carry is fetched, with all the others, and until it is here the answer is no.
	 */
	would(command: Command): boolean {
		const decision = this.#decided(command);
		return decision !== null && 'events' in decision;
	}

	/** Why the rules would refuse this command now; null where they would take it, `not-here` until they are fetched. */
	why(command: Command): Refusal | 'not-here' | null {
		const decision = this.#decided(command);
		if (!decision) return 'not-here';
		return 'refused' in decision ? decision.refused : null;
	}

	#decided(command: Command): MeetingDecision | null {
		if (this.person === null) return null;
		const decision = this.#rules.decide(this.meeting, command, this.#facts(this.person));
		if (!decision) void this.fetchRules();
		return decision;
	}

	/** To whom and when an act is allowed at all; null until that is fetched, as in `would`. */
	permit(type: Command['type']): Permit | null {
		const permit = this.#rules.permits[type];
		if (!permit) void this.fetchRules();
		return permit ?? null;
	}

	/** The rules that the page did not bring; where they are not asked for before, it fetches them when it is calm. */
	async fetchRules(): Promise<void> {
		if (import.meta.env.SSR || this.#isFetchingRules) return;
		this.#isFetchingRules = true;
		try {
			this.#rules = (await import('./rules.ts')).rules;
		} catch {
			// No link: asked again with the next change that arrives.
			this.#isFetchingRules = false;
		}
	}

	/** Connects until the returned function is called; for `{@attach}` or `onMount`. */
	attach = (): (() => void) => {
		const manager = new Manager<ServerToClient, ClientToServer>({
			path: '/socket.io',
			transports: ['websocket']
		});
		const socket: Socket<ServerToClient, ClientToServer> = manager.socket('/', {
			auth: (give) =>
				give({
					meeting: this.meeting.setup.id,
					since: this.seq,
					texts: this.textSeqs,
					protocol: PROTOCOL_NUMBER
				})
		});
		this.#socket = socket;
		let isBlocked = true;
		socket.on('connect', () => {
			isBlocked = false;
			this.#link = 'online';
			this.#isAskingAgain = false;
			this.#cameBackFrom ??= this.#leftAt;
			this.#leftAt = null;
			void this.#deliveries.deliver();
		});
		const askAgain = () => setTimeout(() => this.#socket?.connect(), ASK_AGAIN_MS);
		socket.on('disconnect', (reason) => {
			this.#lose();
			// The server hung up, and the client would wait for ever: whether that was for good, it says when asked.
			if (reason === 'io server disconnect') askAgain();
		});
		socket.on('connect_error', (error) => {
			this.#lose();
			if (socket.active && isBlocked) void allowPolling(manager);
			// Refused by the server rather than by the network: the client will not try again by itself.
			if (socket.active) return;
			if (error.message === 'unavailable') askAgain();
			else this.#link = 'signed-out';
		});
		socket.on('events', ({ now, events }) => {
			this.#offset = now - Date.now();
			this.#folded.take(events);
		});
		socket.on('text', (block) => this.#texts.take(block));
		socket.on('screens', (screens) => (this.#screens = screens));
		void this.#deliveries.findKept();
		const lose = () => this.#lose();
		// The old connection may be half-open: a new one tells, and brings what was missed.
		const meet = () => this.#resume();
		addEventListener('offline', lose);
		addEventListener('online', meet);
		const stop = whenCalm(() => void this.#folded.fetchRest());
		return () => {
			stop();
			removeEventListener('offline', lose);
			removeEventListener('online', meet);
			socket.disconnect();
			this.#socket = null;
		};
	};

	/** Sends a command and tells what became of it; what may wait for the link is kept on the device. */
	send(command: Command): Promise<Answer | { ok: false; code: 'kept' }> {
		return this.#deliveries.send(command);
	}

	async #ask(id: string, command: Command): Promise<Answer | null> {
		if (!this.#socket) return null;
		try {
			const answer: Answer = await this.#socket.timeout(ANSWER_MS).emitWithAck('command', { id, ...command });
			return answer;
		} catch {
			// No answer in time: the command may have arrived, and its id makes sending it again harmless.
			return null;
		}
	}

	/** A gap: ask again from the last number that is known. */
	#resume(): void {
		this.#isAskingAgain = true;
		this.#socket?.disconnect().connect();
	}

	#lose(): void {
		if (this.#link === 'online') {
			this.#lostAt = this.now();
			if (!this.#isAskingAgain) this.#leftAt ??= this.seen;
		}
		this.#link = 'offline';
	}

	/** What was missed is read: the next absence begins anew. */
	wasTold(): void {
		this.#cameBackFrom = null;
		this.#deliveries.wasTold();
	}

	/** What the browser cannot know is answered in the command's favour; the server decides. */
	#facts(person: string): Facts {
		return {
			now: this.now(),
			by: person,
			device: this.device,
			roomCode: () => true,
			clauseText: (clause) => this.text('resolution', clause),
			noteText: () => '',
			sectionVersion: () => '',
			version: () => null,
			lostAt: this.#lostAt,
			box: '',
			tally: () => ({ for: 0, against: 0, abstain: 0 }),
			textSeq: () => 0
		};
	}
}

/** For who never came through by WebSocket: it is tried first, then long polling. */
async function allowPolling({ opts }: { readonly opts: object }): Promise<void> {
	try {
		const { transports } = await import('./polling.ts');
		Object.assign(opts, { transports, tryAllTransports: true });
	} catch {
		// No link at all: asked for again when the next try fails.
	}
}

export const [getRoom, setRoom] = createContext<Room>();
