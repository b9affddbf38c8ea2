import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event, Preset, Right } from './contract.ts';
import type { Matrix, Access } from './access.ts';

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
