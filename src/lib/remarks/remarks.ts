import { unreachable, type Instant, type ItemId, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Words } from './contract.ts';

export interface Remark extends Words {
	readonly id: string;
	readonly person: PersonId;
	readonly at: Instant;
	readonly during: ItemId | null;
	readonly second: number;
	readonly closed: boolean;
	/** Its words are then gone (RE4). */
	readonly withdrawn: boolean;
}

export interface PrivateNote {
	readonly id: string;
	readonly person: PersonId;
	readonly item: ItemId | null;
	readonly text: string;
	readonly at: Instant;
}

/** Of all observers on the server; in a browser what its person may read. */
export interface Remarks {
	readonly remarks: readonly Remark[];
	readonly notebook: readonly PrivateNote[];
	/** Steps that each observer ticked for themselves (RE8). */
	readonly ticks: Readonly<Record<PersonId, readonly string[]>>;
}

export const initial: Remarks = { remarks: [], notebook: [], ticks: {} };

export function evolve(state: Remarks, event: Logged<Event>): Remarks {
	switch (event.type) {
		case 'remark.posted': {
			const { remark: id, person, item, category, pole, text, at, during, second, closed } = event;
			const made = { id, person, item, category, pole, text, at, during, second, closed, withdrawn: false };
			return { ...state, remarks: [...state.remarks, made] };
		}
		case 'remark.changed':
			return changed(state, event.remark, (remark) => ({
				...remark,
				item: event.item ?? remark.item,
				category: event.category ?? remark.category,
				pole: event.pole ?? remark.pole,
				text: event.text ?? remark.text
			}));
		case 'remark.withdrawn':
			return changed(state, event.remark, (remark) => ({ ...remark, text: '', withdrawn: true }));
		case 'notebook.written': {
			const { note: id, person, item, text, at } = event;
			const others = state.notebook.filter((note) => note.id !== id);
			const first = state.notebook.find((note) => note.id === id);
			return {
				...state,
				notebook: [...others, { id, person, item, text, at: first?.at ?? at }].sort(byTime)
			};
		}
		case 'notebook.erased':
			return { ...state, notebook: state.notebook.filter(({ id }) => id !== event.note) };
		case 'checklist.ticked': {
			const others = (state.ticks[event.person] ?? []).filter((step) => step !== event.step);
			const ticked = event.done ? [...others, event.step] : others;
			return { ...state, ticks: { ...state.ticks, [event.person]: ticked } };
		}
		default:
			return unreachable(event);
	}
}

function changed(state: Remarks, id: string, how: (remark: Remark) => Remark): Remarks {
	return { ...state, remarks: state.remarks.map((remark) => (remark.id === id ? how(remark) : remark)) };
}

const byTime = (a: PrivateNote, b: PrivateNote) => a.at - b.at;

export interface RemarkCount {
	readonly total: number;
	readonly strength: number;
	readonly limit: number;
	readonly suggestion: number;
}

export function countOf({ remarks }: Remarks): RemarkCount {
	const standing = remarks.filter(({ withdrawn }) => !withdrawn);
	const count = (pole: Remark['pole']) => standing.filter((remark) => remark.pole === pole).length;
	return {
		total: standing.length,
		strength: count('strength'),
		limit: count('limit'),
		suggestion: count('suggestion')
	};
}
