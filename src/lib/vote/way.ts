import type { PersonId } from '../kernel/decider.ts';
import type { Ballot, Command } from './contract.ts';

/** How a question will be voted on, as whoever puts it fills the form in. */
export interface Way {
	readonly ballot: Ballot;
	readonly tellers: readonly PersonId[];
	/** Parts of the hall as typed, with commas between. */
	readonly groups: string;
}

export const BY_PHONE: Way = { ballot: 'open', tellers: [], groups: '' };
export const BY_HANDS: Way = { ballot: 'hands', tellers: [], groups: '' };

export function needsTellers({ ballot }: Way): boolean {
	return ballot !== 'open' && ballot !== 'secret-app';
}

/** Whether the form is filled in as far as this way asks: without tellers nobody counts papers. */
export function isSettled(way: Way): boolean {
	return way.ballot !== 'secret-paper' || way.tellers.length > 0;
}

/** What of `vote.put` says how. */
export function asCommand(
	way: Way
): Pick<Extract<Command, { type: 'vote.put' }>, 'ballot' | 'tellers' | 'groups'> {
	const { ballot, tellers } = way;
	const groups = way.groups
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	return {
		ballot,
		...(needsTellers(way) && tellers.length > 0 && { tellers: [...tellers] }),
		...(needsTellers(way) && ballot !== 'secret-paper' && groups.length > 0 && { groups })
	};
}
