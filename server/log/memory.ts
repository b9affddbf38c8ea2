import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import { Conflict, type Append, type Batch, type CountId, type Log, type StoredDocument } from './port.ts';

interface Document {
	epoch: number;
	batches: Batch[];
	snapshot: StoredDocument['snapshot'];
	clients: Map<number, string>;
}

/** The log for tests that need no database; passes the same contract suite as PostgreSQL's. */
export function memoryLog(): Log {
	const meetings = new Map<string, LoggedEvent[]>();
	const documents = new Map<string, Document>();
	const counts = new Map<CountId, number>();

	function fits(append: Append): boolean {
		if (append.stream === 'meeting') return (meetings.get(append.meeting)?.length ?? 0) === append.expected;
		if (append.stream === 'count') return (counts.get(append.count) ?? 0) === append.expected;
		const document = documents.get(append.document);
		return (
			(document?.batches.length ?? 0) === append.expected &&
			(document?.epoch ?? 0) === append.epoch &&
			append.clients.every(({ client, person }) => (document?.clients.get(client) ?? person) === person)
		);
	}

	function take(append: Append): void {
		if (append.stream === 'count') {
			counts.set(append.count, append.to);
			return;
		}
		if (append.stream === 'meeting') {
			meetings.set(append.meeting, [...(meetings.get(append.meeting) ?? []), ...append.events]);
			return;
		}
		const document: Document = documents.get(append.document) ?? {
			epoch: 0,
			batches: [],
			snapshot: null,
			clients: new Map()
		};
		documents.set(append.document, document);
		if (append.parts.length > 0) document.batches.push({ seq: append.expected + 1, parts: append.parts });
		if (append.raiseEpoch) document.epoch += 1;
		for (const { client, person } of append.clients) document.clients.set(client, person);
	}

	const known = (document: Document, after: number) => ({
		seq: document.batches.length,
		epoch: document.epoch,
		batches: document.batches.slice(after),
		clients: [...document.clients].map(([client, person]) => ({ client, person }))
	});

	return {
		async append(group) {
			if (!group.every(fits)) throw new Conflict();
			group.forEach(take);
		},
		async events(meeting, after, limit) {
			return (meetings.get(meeting) ?? []).slice(after, after + limit);
		},
		async document(id) {
			const document = documents.get(id);
			if (!document) return null;
			return { ...known(document, document.snapshot?.seq ?? 0), snapshot: document.snapshot };
		},
		async since(id, after) {
			const document = documents.get(id);
			return document ? known(document, after) : null;
		},
		async last(count) {
			return counts.get(count) ?? 0;
		},
		async saveSnapshot(id, seq, state) {
			const document = documents.get(id);
			if (document && seq > (document.snapshot?.seq ?? 0)) document.snapshot = { seq, state };
		}
	};
}
