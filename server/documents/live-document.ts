/** What the live room may ask of an open document. */
import type { PersonId } from '../../src/lib/kernel/decider.ts';
import type { Written } from '../../src/lib/documents/woven.ts';
import type { DocumentAppend } from '../log/port.ts';
import type * as Y from 'yjs';

/** A document's words, as they are committed (or, in a reservation, as they would be). */
export interface Words {
	/** Plain NFC text of a block: paragraphs and notes joined by `\n`, facts left out. */
	text(block: string): string;
	/** The same, with where its facts stand. */
	written(block: string): Written;
	/** Of every block that was ever written to. */
	whole(): Record<string, Written>;
	/** Of the note with this id, in whatever block; empty where there is none. */
	noteText(note: string): string;
	/** ProseMirror's form, NFC: `{ type: 'document', content: [{ type: 'block', attrs: { id }, content: [nodes] }] }`. */
	json(blocks: readonly string[]): unknown;
	/** SHA-256, in hexadecimal, of the RFC 8785 form of `json`. */
	sha256(blocks: readonly string[]): string;
}

export interface ChangedText extends Written {
	readonly block: string;
}

/** Good for as long as nothing is awaited; then ask `Documents.open` again. `reserve` is always good. */
export interface LiveDocument extends Words {
	/** Committed batches. */
	readonly seq: number;
	readonly epoch: number;
	/** The blocks whose words may differ from those after batch `seen`, as they are now. */
	textsSince(seen: number): readonly ChangedText[];
	/**
	 * The server as a writer: waits until no commit of this document runs and holds the next ones back.
	 * Must end with `commit` or `abort`, whatever happens.
	 * @throws {Unavailable}  the database is away, and a commit waits for it
	 */
	reserve(): Promise<Reservation>;
}

export interface Reservation {
	/**
	 * Changes written by the server under a client id of its own, attributed to `author`, whose act caused them.
	 * Nothing is shown yet.
	 */
	change(author: PersonId, how: (doc: Y.Doc) => void): void;
	raiseEpoch(): void;
	/** The words with these changes; the document itself shows them only after `commit`. */
	readonly draft: Words;
	/** What goes into the group of `log.append`; null where nothing changed. */
	readonly append: DocumentAppend | null;
	/** The group is on disk: shows it. Fold the events first, since rights are asked anew from here on. */
	commit(): void;
	/** The group failed: reads what the log holds instead, and lets others commit again. */
	abort(): Promise<void>;
}
