import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Seal {
	readonly at: Instant;
	readonly by: PersonId;
	/** Null for the moment until the record is on disk. */
	readonly kept: Kept | null;
}

/** The record's entry in the chain of its cell. */
export interface Kept {
	/** Counted from 1 in each cell. */
	readonly number: number;
	/** 64 hexadecimal digits. */
	readonly hash: string;
	/** Base64url. */
	readonly signature: string;
	/** The id of the key that signed. */
	readonly key: string;
}

export function evolve(seal: Seal | null, event: Logged<Event>): Seal | null {
	switch (event.type) {
		case 'record.sealed':
			return { at: event.at, by: event.by, kept: null };
		case 'record.kept': {
			const { number, hash, signature, key } = event;
			return seal && { ...seal, kept: { number, hash, signature, key } };
		}
		default:
			return unreachable(event);
	}
}
