import type { Meeting } from '../meeting/state.ts';
import { stateOf, type Assignment, type State } from './opinions.ts';

/** OP5, with what the floor knows. */
export function stateIn({ opinions, floor, phase }: Meeting, asked: Assignment): State {
	const spoke = floor.turns.some(
		({ person, kind, endedAt }) => person === asked.person && kind === 'assigned' && endedAt !== null
	);
	return stateOf(opinions, asked, spoke, phase === 'ended');
}

export const TONES = {
	assigned: 'warn',
	prepared: 'calm',
	delivered: 'good',
	'not-delivered': 'bad'
} as const satisfies Record<State, string>;
