/**
 * One hash of everything that a meeting's record was made from: its events up to the seal, and the updates of its
 * texts with who made them. Sealed with the record, so that a change to the log itself is found as well.
 */
import { createHash, type Hash } from 'node:crypto';
import type { AnyDocument } from '../../src/lib/access/contract.ts';
import { canonical } from '../../src/lib/seal/chain.ts';
import type { Log } from '../log/port.ts';

const PAGE = 5_000;

/** @param seq  the last event that counts */
export async function logDigest(
	log: Log,
	meeting: string,
	seq: number,
	documents: readonly AnyDocument[]
): Promise<string> {
	const hash = createHash('sha256');
	for (let after = 0; after < seq; after += PAGE) {
		const events = await log.events(meeting, after, Math.min(PAGE, seq - after));
		for (const event of events) line(hash, event);
		if (events.length === 0) break;
	}
	for (const name of [...documents].sort()) await addDocument(hash, log, meeting, name);
	return hash.digest('hex');
}

async function addDocument(hash: Hash, log: Log, meeting: string, name: AnyDocument): Promise<void> {
	const found = await log.since(`${meeting}/${name}`, 0);
	line(hash, { document: name, seq: found?.seq ?? 0 });
	for (const { seq, parts } of found?.batches ?? [])
		for (const { author, at, update } of parts)
			line(hash, { seq, author, at, update: createHash('sha256').update(update).digest('hex') });
	const clients = [...(found?.clients ?? [])].sort((a, b) => a.client - b.client);
	for (const { client, person } of clients) line(hash, { client, person });
}

function line(hash: Hash, what: object): void {
	hash.update(`${canonical(what)}\n`);
}
