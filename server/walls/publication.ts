/**
 * The words that the screens of the hall have: from the draft to the room to the wall (wall, WA5). Phones follow
 * the draft; a screen gets a section when it has settled, letter by letter, or when somebody publishes it, as
 * the desk chose. Kept in memory: what a restarted process does not know it reads from the log.
 */
import { DOCUMENTS } from '../../src/lib/access/access.ts';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { blocksOf } from '../../src/lib/documents/blocks.ts';
import type { Written } from '../../src/lib/documents/woven.ts';
import type { MeetingId } from '../../src/lib/kernel/decider.ts';
import type { LoggedEvent, TextOfBlock } from '../../src/lib/meeting/contract.ts';
import type { Wording } from '../../src/lib/wall/contract.ts';
import { publishedSeq, textOn } from '../../src/lib/wall/wall.ts';
import type { ChangedText } from '../documents/documents.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import { restFor } from '../../src/lib/wall/settling.ts';

/** The words of a whole text, by block, as they stood after one of its committed batches. */
export interface WordsAt {
	readonly seq: number;
	readonly written: (block: string) => Written;
}

export interface PublicationDeps {
	readonly room: (meeting: MeetingId) => Promise<LiveRoom | null>;
	/** The words now. */
	readonly now: (meeting: MeetingId, document: DocumentName) => Promise<WordsAt>;
	/** The words after batch `seq`. */
	readonly at: (meeting: MeetingId, document: DocumentName, seq: number) => Promise<WordsAt>;
	readonly tell: (meeting: MeetingId, block: TextOfBlock) => void;
	readonly failed: (error: unknown, meeting: MeetingId) => void;
}

interface Hall {
	readonly shown: Map<string, TextOfBlock>;
	/** Written and not shown yet. */
	readonly waiting: Map<string, { readonly block: TextOfBlock; timer: NodeJS.Timeout | null }>;
}

const keyOf = ({ document, block }: Pick<TextOfBlock, 'document' | 'block'>) => `${document}/${block}`;

export class Publication {
	readonly #deps: PublicationDeps;
	readonly #halls = new Map<MeetingId, Promise<Hall>>();

	constructor(deps: PublicationDeps) {
		this.#deps = deps;
	}

	/** What the screens of a meeting have now. */
	async of(room: LiveRoom): Promise<readonly TextOfBlock[]> {
		return [...(await this.#hall(room)).shown.values()];
	}

	/** A text changed: the screens follow as the desk chose. Nothing is done for a meeting that no screen shows. */
	changed(meeting: MeetingId, document: DocumentName, seq: number, blocks: readonly ChangedText[]): void {
		void this.#with(meeting, (hall, { meeting: { wall } }) => {
			for (const block of blocks) {
				const words = { document, seq, ...block };
				if (wall.wording === 'live') this.#show(meeting, hall, words);
				else this.#wait(meeting, hall, words, wall.wording === 'settled');
			}
		});
	}

	committed({ id, meeting }: LiveRoom, events: readonly LoggedEvent[]): void {
		for (const event of events) {
			if (event.type === 'text.published') {
				const { document, block, version } = event;
				void this.#with(id, (hall) => this.#publish(id, hall, document, block, version));
			} else if (event.type === 'wall.wording-chosen') {
				void this.#with(id, (hall) => this.#goOn(id, hall, event.wording));
			} else if (event.type === 'projection.shown' && meeting.wall.wording === 'settled') {
				const text = textOn(event, (document, block) => blocksOf(meeting, document).includes(block));
				if (text) void this.#with(id, (hall) => this.#flush(id, hall, text.document, text.block));
			}
		}
	}

	close(): void {
		for (const made of this.#halls.values())
			void made.then(
				({ waiting }) => waiting.forEach(({ timer }) => timer && clearTimeout(timer)),
				() => {} // it never came to be
			);
		this.#halls.clear();
	}

	async #with(meeting: MeetingId, then: (hall: Hall, room: LiveRoom) => void | Promise<void>): Promise<void> {
		const made = this.#halls.get(meeting);
		if (!made) return;
		try {
			const room = await this.#deps.room(meeting);
			if (room) await then(await made, room);
		} catch (error) {
			this.#deps.failed(error, meeting);
		}
	}

	#hall(room: LiveRoom): Promise<Hall> {
		const known = this.#halls.get(room.id);
		if (known) return known;
		const making = this.#read(room);
		this.#halls.set(room.id, making);
		making.catch(() => this.#halls.delete(room.id));
		return making;
	}

	/** Where only what was published is shown, that; else what stands there: nobody was looking while it was typed. */
	async #read({ id, meeting }: LiveRoom): Promise<Hall> {
		const shown = new Map<string, TextOfBlock>();
		const versions = new Map<string, Promise<WordsAt>>();
		const wordsAt = (document: DocumentName, seq: number | null) => {
			const key = `${document} ${seq}`;
			const reading =
				versions.get(key) ?? (seq === null ? this.#deps.now(id, document) : this.#deps.at(id, document, seq));
			versions.set(key, reading);
			return reading;
		};
		for (const document of DOCUMENTS) {
			for (const block of blocksOf(meeting, document)) {
				const isChosen = meeting.wall.wording === 'published';
				const words = await wordsAt(document, isChosen ? publishedSeq(meeting.wall, document, block) : null);
				shown.set(keyOf({ document, block }), { document, seq: words.seq, block, ...words.written(block) });
			}
		}
		return { shown, waiting: new Map() };
	}

	#show(meeting: MeetingId, hall: Hall, words: TextOfBlock): void {
		const key = keyOf(words);
		const timer = hall.waiting.get(key)?.timer;
		if (timer) clearTimeout(timer);
		hall.waiting.delete(key);
		hall.shown.set(key, words);
		this.#deps.tell(meeting, words);
	}

	#wait(meeting: MeetingId, hall: Hall, block: TextOfBlock, settles: boolean): void {
		const key = keyOf(block);
		const timer = hall.waiting.get(key)?.timer;
		if (timer) clearTimeout(timer);
		const show = () => this.#show(meeting, hall, block);
		hall.waiting.set(key, { block, timer: settles ? setTimeout(show, restFor(block.text)).unref() : null });
	}

	/** The exact words of the version that was published, even where somebody typed on meanwhile. */
	async #publish(
		meeting: MeetingId,
		hall: Hall,
		document: DocumentName,
		only: string | null,
		seq: number
	): Promise<void> {
		const now = await this.#deps.now(meeting, document);
		const words = now.seq === seq ? now : await this.#deps.at(meeting, document, seq);
		const room = await this.#deps.room(meeting);
		const blocks = only === null && room ? blocksOf(room.meeting, document) : [only ?? ''];
		for (const block of blocks)
			this.#show(meeting, hall, { document, seq: words.seq, block, ...words.written(block) });
	}

	/** What was held back waits for its rest from here on, or is shown with the choice, whose event names its version. */
	#goOn(meeting: MeetingId, hall: Hall, wording: Wording): void {
		for (const { block } of [...hall.waiting.values()]) {
			if (wording === 'settled') this.#wait(meeting, hall, block, true);
			else this.#show(meeting, hall, block);
		}
	}

	/** What is put on the wall by hand is read as it stands. */
	#flush(meeting: MeetingId, hall: Hall, document: DocumentName, only: string | null): void {
		for (const { block } of [...hall.waiting.values()])
			if (block.document === document && (only === null || block.block === only))
				this.#show(meeting, hall, block);
	}
}
