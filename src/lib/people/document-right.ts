/** What somebody may do to the texts. */
import { isOpen, rightOf } from '../access/access.ts';
import type { AnyDocument, Right } from '../access/contract.ts';
import { documentOf, isInside, partOf, running as closedNow } from '../closed/closed.ts';
import type { PersonId } from '../kernel/decider.ts';
import { roleOf, type House } from './house.ts';

/**
 * What somebody may do to one document now (AC1, AC6, AC7, CS3, CS5, CS6).
 * @returns null for who is not of this meeting, or outside while it is closed: to them the document does not exist
 */
export function documentRight(house: House, id: PersonId, document: AnyDocument): Right | null {
	const role = roleOf(house, id);
	const reads = role !== null && mayRead(house, id, document);
	if (!reads) return null;
	if (house.phase === 'ended') return 'read';
	if (house.minutesFrozen && (document === 'minutes' || !isOpen(document))) return 'read';
	if (!isOpen(document)) return rightOf(house.access, 'minutes', role, id);
	if (closedNow(house.closed)) return 'read';
	if (document === 'resolution' && house.resolutionFrozen) return 'read';
	return rightOf(house.access, document, role, id);
}

/**
 * Whether a document exists for somebody.
 * @param id  null for a screen of the hall, which is never inside
 */
export function mayRead(house: House, id: PersonId | null, document: AnyDocument): boolean {
	const part = isOpen(document) ? closedNow(house.closed) : partOf(house.closed, document);
	if (part) return isInside(part, id === null ? undefined : house.people[id]);
	return isOpen(document);
}

export function mayEdit(house: House, id: PersonId, document: AnyDocument): boolean {
	return documentRight(house, id, document) === 'edit';
}

/** Where notes go now: the minutes, or the document of the closed part (CS5). */
export function minutesNow({ closed }: Pick<House, 'closed'>): AnyDocument {
	const part = closedNow(closed);
	return part ? documentOf(part) : 'minutes';
}

/** Judged as if nothing were frozen: a frozen text is refused by its own rule, with its own code. */
export function mayEditWhenThawed(house: House, id: PersonId, document: AnyDocument): boolean {
	return documentRight({ ...house, closed: [], resolutionFrozen: false }, id, document) === 'edit';
}

export function mayPropose(house: House, id: PersonId): boolean {
	const right = documentRight({ ...house, closed: [], resolutionFrozen: false }, id, 'resolution');
	return right === 'edit' || right === 'propose';
}
