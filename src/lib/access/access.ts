import { unreachable, type Logged, type PersonId } from '../kernel/decider.ts';
import type { AnyDocument, DocumentName, Event, Preset, Right, Role } from './contract.ts';

export const DOCUMENTS: readonly DocumentName[] = ['agenda', 'minutes', 'resolution'];

/** Whether it is one of the three open texts. */
export function isOpen(document: AnyDocument): document is DocumentName {
	return DOCUMENTS.some((name) => name === document);
}

type Matrix = Readonly<Record<DocumentName, Readonly<Record<Role, Right>>>>;

export interface Access {
	/** The preset last chosen; what was changed since stands in the matrix and in `people`. */
	readonly preset: Preset;
	readonly matrix: Matrix;
	readonly people: Readonly<Record<PersonId, Readonly<Partial<Record<DocumentName, Right>>>>>;
}

const everybody = (right: Right) => ({ desk: right, minuteTaker: right, member: right, observer: right });
const atTheDesk = { desk: 'edit', minuteTaker: 'propose', member: 'propose', observer: 'comment' } as const;

const PRESETS: Readonly<Record<Preset, Matrix>> = {
	together: { agenda: everybody('edit'), minutes: everybody('edit'), resolution: everybody('edit') },
	chaired: { agenda: atTheDesk, minutes: { ...atTheDesk, minuteTaker: 'edit' }, resolution: atTheDesk },
	frozen: { agenda: everybody('read'), minutes: everybody('read'), resolution: everybody('read') }
};

export function initial(preset: Preset): Access {
	return { preset, matrix: PRESETS[preset], people: {} };
}

/** The right of one person on one document by the matrix alone (AC1); `people/may` adds what freezes it. */
export function rightOf(access: Access, document: DocumentName, role: Role, person: PersonId): Right {
	return access.people[person]?.[document] ?? access.matrix[document][role];
}

export function evolve(access: Access, event: Logged<Event>): Access {
	switch (event.type) {
		case 'access.preset-chosen':
			return initial(event.preset);
		case 'access.role-changed': {
			const { document, role, right } = event;
			return {
				...access,
				matrix: { ...access.matrix, [document]: { ...access.matrix[document], [role]: right } }
			};
		}
		case 'access.person-changed': {
			const own = { ...access.people[event.person] };
			for (const document of event.documents) {
				if (event.right === null) delete own[document];
				else own[document] = event.right;
			}
			return { ...access, people: { ...access.people, [event.person]: own } };
		}
		default:
			return unreachable(event);
	}
}
