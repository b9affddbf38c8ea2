import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Statement {
	readonly id: string;
	readonly person: PersonId;
	readonly text: string;
	readonly at: Instant;
}

/** What all agree on, and which cells it binds. */
export interface Point {
	readonly id: string;
	readonly text: string;
	readonly cellTypes: readonly string[];
}

export interface Remedy {
	readonly id: string;
	readonly words: string;
	readonly owner: PersonId;
	/** `2026-11-30` */
	readonly deadline: string;
	readonly remark: string | null;
}

export interface Debrief {
	readonly opener: PersonId;
	readonly openedAt: Instant;
	/** Null while it lasts. */
	readonly closedAt: Instant | null;
	/** In order of joining. */
	readonly participants: readonly PersonId[];
	readonly statements: readonly Statement[];
	readonly points: readonly Point[];
	readonly remedies: readonly Remedy[];
}

/** Null until it is opened. In the browser of who may not take part it holds no more than its times (DB11). */
export type State = Debrief | null;

export const initial: State = null;

export function evolve(state: State, event: Logged<Event>): State {
	if (event.type === 'debrief.opened') return opened(event);
	if (state === null) return state;
	switch (event.type) {
		case 'debrief.joined':
			return { ...state, participants: [...new Set([...state.participants, event.person])] };
		case 'debrief.stated': {
			const { statement: id, person, text, at } = event;
			return { ...state, statements: [...state.statements, { id, person, text, at }] };
		}
		case 'debrief.unified': {
			const { point: id, text, cellTypes } = event;
			return { ...state, points: [...state.points, { id, text, cellTypes }] };
		}
		case 'debrief.remedied': {
			const { remedy: id, words, owner, deadline, remark } = event;
			return { ...state, remedies: [...state.remedies, { id, words, owner, deadline, remark }] };
		}
		case 'debrief.withdrawn':
			return {
				...state,
				statements: without(state.statements, event.entry),
				points: without(state.points, event.entry),
				remedies: without(state.remedies, event.entry)
			};
		case 'debrief.closed':
			return { ...state, closedAt: event.at };
		default:
			return unreachable(event);
	}
}

function opened({ person: opener, at }: Logged<Extract<Event, { type: 'debrief.opened' }>>): Debrief {
	return {
		opener,
		openedAt: at,
		closedAt: null,
		participants: [],
		statements: [],
		points: [],
		remedies: []
	};
}

function without<Entry extends { readonly id: string }>(
	entries: readonly Entry[],
	id: string
): readonly Entry[] {
	return entries.some((entry) => entry.id === id) ? entries.filter((entry) => entry.id !== id) : entries;
}
