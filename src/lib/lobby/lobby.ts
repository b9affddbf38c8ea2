import type { Instant, PersonId } from '../kernel/decider.ts';
import type { Guest } from './contract.ts';

/** A device that holds several names, and who has it in their hands. */
export interface Shared {
	/** In the order of the desk, whoever came in with the device first. */
	readonly members: readonly PersonId[];
	readonly user: PersonId;
	/** When they chose their name, or the desk marked the device. */
	readonly since: Instant;
}

export type Entry = {
	readonly id: string;
	/** The account that the device is signed in with. */
	readonly device: string;
	readonly at: Instant;
	readonly state: 'waiting' | 'confirmed' | 'refused' | 'revoked' | 'replaced';
	/** Only of a device that is passed round (LO6). */
	readonly shared?: Shared;
} & (
	{ readonly wants: 'name'; readonly member: PersonId } | { readonly wants: 'guest'; readonly guest: Guest }
);

export type Lobby = readonly Entry[];

export function waiting(lobby: Lobby): Entry[] {
	return lobby.filter((entry) => entry.state === 'waiting');
}

/** The person that this meeting gave to a device, if any. */
export function personOf(lobby: Lobby, device: string): PersonId | null {
	const entry = lobby.findLast((other) => other.device === device && other.state === 'confirmed');
	if (!entry) return null;
	if (entry.shared) return entry.shared.user;
	return entry.wants === 'name' ? entry.member : entry.id;
}

/** How a device is passed round; null for one that is somebody's own. */
export function sharedBy(lobby: Lobby, device: string): Shared | null {
	const entry = lobby.findLast((other) => other.device === device && other.state === 'confirmed');
	return entry?.shared ?? null;
}

/** How long a name that was chosen on a shared device vouches for whoever holds it (LO8). */
const VOUCHES_MS = 120_000;

/**
 * Whether a device surely speaks for whom it names: it is their own, or they chose their name on it after
 * `moment` and a moment ago.
 */
export function isNamedSince(lobby: Lobby, device: string, moment: Instant, now: Instant): boolean {
	const shared = sharedBy(lobby, device);
	return !shared || (shared.since > moment && now - shared.since <= VOUCHES_MS);
}
