import type { PersonId } from '../kernel/decider.ts';
import type { AnyDocument, DocumentName, Preset, Right, Role } from './contract.ts';

export const DOCUMENTS: readonly DocumentName[] = ['agenda', 'minutes', 'resolution'];

/** Whether it is one of the three open texts. */
export function isOpen(document: AnyDocument): document is DocumentName {
	return DOCUMENTS.some((name) => name === document);
}

export type Matrix = Readonly<Record<DocumentName, Readonly<Record<Role, Right>>>>;

export interface Access {
	/** The preset last chosen; what was changed since stands in the matrix and in `people`. */
	readonly preset: Preset;
	readonly matrix: Matrix;
	readonly people: Readonly<Record<PersonId, Readonly<Partial<Record<DocumentName, Right>>>>>;
}

/** The right of one person on one document by the matrix alone (AC1); `people/may` adds what freezes it. */
export function rightOf(access: Access, document: DocumentName, role: Role, person: PersonId): Right {
	return access.people[person]?.[document] ?? access.matrix[document][role];
}
