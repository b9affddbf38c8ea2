import { DocumentClient } from '../bench/document-client.ts';
import type { Endpoint } from '../bench/types.ts';
import { findMarks, mark, Typist } from '../bench/writing.ts';

/** What one of them types a second: a socket may send 60 frames. */
const EACH = 55;

/** Many who type without a document of their own, as fast as asked, and remember what they were shown. */
export class Crowd {
	readonly #port: number;
	readonly #cookie: string;
	readonly #place: { document: string; block: string };
	#people: { client: DocumentClient; typist: Typist }[] = [];
	#shown = new Set<string>();
	#since = 0;
	#typed = 0;
	#perSecond = 0;

	constructor(port: number, cookie: string, place: { document: string; block: string }) {
		this.#port = port;
		this.#cookie = cookie;
		this.#place = place;
	}

	/** So many as it takes for `perSecond` edits, each at the end of a paragraph of his own. */
	async come(perSecond: number): Promise<void> {
		const { document: name, block: root } = this.#place;
		const place = { path: `/yjs/mtg/${name}`, name, root };
		const cookies = [this.#cookie];
		const server = { pid: 0, dataDir: null };
		const endpoint: Endpoint = {
			target: 'ours',
			dialect: 'yjs',
			port: this.#port,
			cookies,
			observers: [],
			documents: [place],
			live: null,
			server
		};
		const hear = (bytes: Buffer, start: number, end: number) =>
			findMarks(bytes, start, end, (writer, edit) => this.#shown.add(mark(writer, edit)));
		this.#perSecond = perSecond;
		this.#people = Array.from({ length: Math.ceil(perSecond / EACH) }, (_, index) => ({
			client: new DocumentClient(endpoint, place, 0, index === 0 ? { text: hear } : {}),
			typist: new Typist(root, 'x')
		}));
		await Promise.all(this.#people.map(({ client }) => client.opened));
		for (const { client, typist } of this.#people) client.sendUpdate(typist.first);
		this.#since = performance.now();
	}

	/** What is due since the last time. */
	type(): void {
		const due = Math.floor(((performance.now() - this.#since) / 1000) * this.#perSecond);
		this.#since += (due / Math.max(1, this.#perSecond)) * 1000;
		for (let edit = 0; edit < due; edit += 1) {
			const { client, typist } = this.#people[this.#typed % this.#people.length] ?? {};
			if (client && typist) client.sendUpdate(typist.type(mark(0, this.#typed)));
			this.#typed += 1;
		}
	}

	/** What was shown to one of them, his own words left out as the server leaves them out. */
	leave(): string[] {
		const shown = [...this.#shown];
		this.#shown = new Set();
		for (const { client } of this.#people.splice(0)) client.close();
		return shown;
	}
}
