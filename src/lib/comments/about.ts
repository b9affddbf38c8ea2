import type { Room } from '../meeting/room.svelte.ts';
import type { Target } from './contract.ts';

/** What a comment is about, in the words of the thing itself; empty where it is gone. */
export function aboutOf(
	room: Pick<Room, 'meeting' | 'title'>,
	clauseWord: (label: string) => string,
	{ kind, ref }: Target
): string {
	const { clauses, papers, preparation } = room.meeting;
	switch (kind) {
		case 'item':
			return room.title(ref);
		case 'clause': {
			const clause = clauses.find(({ id }) => id === ref);
			return clause ? clauseWord(clause.label) : '';
		}
		case 'paper':
			return papers.find(({ id }) => id === ref)?.title ?? '';
		case 'question':
			return preparation.questions.find(({ id }) => id === ref)?.text ?? '';
	}
}

/** A target as the value of a choice, and back. */
export function valueOf({ kind, ref }: Target): string {
	return `${kind} ${ref}`;
}

export function targetOf(value: string): Target {
	const [kind = '', ref = ''] = value.split(' ');
	const known = (['item', 'clause', 'paper', 'question'] as const).find((each) => each === kind);
	return { kind: known ?? 'item', ref };
}
