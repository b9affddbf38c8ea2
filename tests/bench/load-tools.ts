import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient, type Hears } from './document-client.ts';
import { usageOf, type Usage } from './processes.ts';
import type { DocumentRef, Endpoint } from './types.ts';
import { authored, findMarks } from './writing.ts';

/** Opens sockets a few at a time: how fast they open is measured elsewhere. */
export async function openAll<T extends { opened: Promise<void> }>(
	count: number,
	make: (index: number) => T
): Promise<T[]> {
	const clients: T[] = [];
	for (let index = 0; index < count; index += 50) {
		const group = Array.from({ length: Math.min(50, count - index) }, (_, k) => make(index + k));
		clients.push(...group);
		await within(30_000, 'opening sockets', Promise.all(group.map((client) => client.opened)));
	}
	return clients;
}

export async function within<T>(limitMs: number, what: string, promise: Promise<T>): Promise<T> {
	const stop = new AbortController();
	const late = wait(limitMs, undefined, { signal: stop.signal }).then(() => {
		throw new Error(`${what} took more than ${limitMs} ms`);
	});
	late.catch(() => {});
	try {
		return await Promise.race([promise, late]);
	} finally {
		stop.abort();
	}
}

/** Waits until `done()` or the limit; says which. */
export async function until(limitMs: number, done: () => boolean): Promise<boolean> {
	const deadline = performance.now() + limitMs;
	while (!done()) {
		if (performance.now() > deadline) return false;
		await wait(2);
	}
	return true;
}

/**
 * Lets `actors` act at `rate` a second each, evenly spread, for `seconds`. Calls `act` with the
 * actor and how many times it acted before.
 */
export async function pace(
	actors: number,
	rate: number,
	seconds: number,
	act: (actor: number, nth: number) => void
): Promise<void> {
	const total = Math.round(actors * rate * seconds);
	const gap = 1000 / (actors * rate);
	const start = performance.now();
	for (let step = 0; step < total;) {
		const now = performance.now();
		while (step < total && start + step * gap <= now) {
			act(step % actors, Math.floor(step / actors));
			step += 1;
		}
		if (step < total) await wait(Math.max(1, start + step * gap - performance.now()));
	}
}

/** Processor time of the server, and of this process, between two moments. */
export class Meter {
	#endpoint: Endpoint;
	#before: Usage;
	#own = process.cpuUsage();
	#start = performance.now();

	constructor(endpoint: Endpoint) {
		this.#endpoint = endpoint;
		this.#before = usageOf(endpoint.server);
	}

	/** `inDatabase` is the database's share of `cpu`, 0 to 1. */
	read(): { cpu: number; inDatabase: number; usage: Usage; ownLoad: number; seconds: number } {
		const usage = usageOf(this.#endpoint.server);
		const own = process.cpuUsage(this.#own);
		const seconds = (performance.now() - this.#start) / 1000;
		const cpu = usage.cpu - this.#before.cpu;
		const databaseCpu = usage.databaseCpu - this.#before.databaseCpu;
		return {
			cpu,
			inDatabase: cpu === 0 ? 0 : databaseCpu / cpu,
			usage,
			ownLoad: (own.user + own.system) / 1e6 / seconds,
			seconds
		};
	}
}

/** What a reader should doubt: closed sockets, lost or doubled deliveries, a load process at its limit. */
export function doubts(facts: {
	closed: (string | null)[];
	delivered?: number;
	expected?: number;
	ownLoad: number;
}): string[] {
	const notes: string[] = [];
	const closed = facts.closed.filter((reason) => reason !== null);
	if (closed.length > 0) notes.push(`${closed.length} sockets closed: ${[...new Set(closed)].join('; ')}`);
	if (facts.delivered !== undefined && facts.delivered !== facts.expected) {
		notes.push(`${facts.delivered} of ${facts.expected} delivered`);
	}
	if (facts.ownLoad > 0.85)
		notes.push(`the load process itself was at ${Math.round(facts.ownLoad * 100)} % of a core`);
	return notes;
}

export const megabytes = (bytes: number): number => bytes / 1_000_000;

/** Sends no more than this over one socket: our server's burst is 120 frames, then 60 a second. */
const STRETCH = 100;
const AT_ONCE = 4;

/**
 * Fills a document with `edits` small edits as fast as the server takes them: authors of 100
 * edits each, four at a time, each over a socket of his own, so that no limit of frames a second
 * is touched; every server is fed alike. A reader watches until each mark has been shown.
 * @returns milliseconds from the first frame to the last mark seen
 */
export async function feed(
	endpoint: Endpoint,
	document: DocumentRef,
	edits: number,
	jumps: number
): Promise<number> {
	const stretches = Math.ceil(edits / STRETCH);
	const scripts = Array.from({ length: stretches }, (_, writer) =>
		authored(document.root, writer, Math.min(STRETCH, edits - writer * STRETCH), jumps)
	);
	const seen = new MarkSet(stretches, STRETCH);
	const watcher = new DocumentClient(endpoint, document, 0, { text: seen.hear });
	await within(10_000, 'the first socket', watcher.opened);
	await wait(200);

	const start = performance.now();
	let next = 0;
	const author = async () => {
		for (let writer = next++; writer < stretches; writer = next++) {
			const client = new DocumentClient(endpoint, document, writer, {});
			await within(10_000, 'a socket', client.opened);
			for (const update of scripts[writer] ?? []) client.sendUpdate(update);
			const want = scripts[writer]?.length ?? 0;
			const shown = await until(60_000, () => seen.of(writer) >= want || client.closedBy !== null);
			const reason = client.closedBy;
			client.close();
			if (!shown || seen.of(writer) < want)
				throw new Error(`an author's edits were not shown (${seen.of(writer)} of ${want}; ${reason})`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, author));
	const took = performance.now() - start;
	watcher.close();
	return took;
}

/** Which marks have been seen, each counted once. */
export class MarkSet {
	#seen: Uint8Array;
	#perWriter: Uint32Array;
	#edits: number;
	size = 0;

	constructor(writers: number, edits: number) {
		this.#edits = edits;
		this.#seen = new Uint8Array(writers * edits);
		this.#perWriter = new Uint32Array(writers);
	}

	of(writer: number): number {
		return this.#perWriter[writer] ?? 0;
	}

	hear: NonNullable<Hears['text']> = (bytes, start, end) => {
		findMarks(bytes, start, end, (writer, edit) => {
			const at = writer * this.#edits + edit;
			if (this.#seen[at] !== 0) return;
			this.#seen[at] = 1;
			this.#perWriter[writer] = this.of(writer) + 1;
			this.size += 1;
		});
	};
}
