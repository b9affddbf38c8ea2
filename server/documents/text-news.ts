import * as Y from 'yjs';
import type { Written } from '../../src/lib/documents/woven.ts';

/** Notices which blocks a document's committed batches touch, and tells of each at most once in `every`. */
export class TextNews {
	readonly #tell: (blocks: string[]) => void;
	readonly #every: number;
	readonly #texts = new Map<string, Written>();
	#touched = new Set<string>();
	#timer: NodeJS.Timeout | null = null;
	#toldAt = -Infinity;

	constructor(doc: Y.Doc, every: number, tell: (blocks: string[]) => void) {
		this.#every = every;
		this.#tell = tell;
		doc.on('afterTransaction', ({ changed }: Y.Transaction) =>
			this.#touch(new Set([...changed.keys()].map(blockOf)))
		);
	}

	/** The words of a block, read once for each change. */
	cached(block: string, read: () => Written): Written {
		let text = this.#texts.get(block);
		if (text === undefined) this.#texts.set(block, (text = read()));
		return text;
	}

	/** Changed, and not told yet. */
	get pending(): readonly string[] {
		return [...this.#touched];
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
		if (this.#touched.size > 0) this.#flush();
	}

	#touch(blocks: Set<string>): void {
		for (const block of blocks) {
			this.#texts.delete(block);
			this.#touched.add(block);
		}
		if (blocks.size > 0)
			this.#timer ??= setTimeout(
				() => this.#flush(),
				Math.max(0, this.#toldAt + this.#every - performance.now())
			).unref();
	}

	#flush(): void {
		const blocks = [...this.#touched];
		this.#timer = null;
		this.#touched = new Set();
		this.#toldAt = performance.now();
		this.#tell(blocks);
	}
}

export function blockOf(changed: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): string {
	let type: Y.AbstractType<unknown> = changed as Y.AbstractType<unknown>;
	while (type._item?.parent instanceof Y.AbstractType) type = type._item.parent;
	return Y.findRootTypeKey(type);
}
