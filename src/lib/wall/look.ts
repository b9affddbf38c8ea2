import type { Meeting } from '../meeting/state.ts';
import type { Turn } from '../speaking/speaking.ts';
import type { Vote } from '../vote/vote.ts';

/** What the screen draws now; what was asked for but is not there falls back to what is. */
export type Look = { readonly speaker: Turn | undefined } & (
	| { readonly kind: 'item'; readonly item: string }
	| { readonly kind: 'agenda' | 'title' | 'join' | 'blank' }
	| { readonly kind: 'text'; readonly document: 'minutes' | 'resolution'; readonly block: string }
	| { readonly kind: 'vote'; readonly vote: Vote }
);

export function lookOf(meeting: Meeting): Look {
	const speaker = meeting.floor.turns.find((turn) => turn.endedAt === null);
	const { show, what } = meeting.wall;
	switch (show) {
		case 'join':
			return meeting.phase === 'ended' ? { kind: 'title', speaker } : { kind: 'join', speaker: undefined };
		case 'blank':
			return { kind: 'blank', speaker: undefined };
		case 'agenda':
		case 'title':
			return { kind: show, speaker };
		case 'vote': {
			const vote = meeting.votes.findLast(({ state }) => state !== 'cancelled');
			return vote ? { kind: 'vote', vote, speaker } : item(meeting, speaker);
		}
		case 'document':
			return text(meeting, what, speaker);
		case 'item':
		case 'table':
			return item(meeting, speaker);
	}
}

function text(meeting: Meeting, what: string | null, speaker: Turn | undefined): Look {
	const block = what ?? meeting.agenda.running;
	if (block === null) return item(meeting, speaker);
	const isClause = meeting.clauses.some(({ id }) => id === block);
	return { kind: 'text', document: isClause ? 'resolution' : 'minutes', block, speaker };
}

function item({ agenda }: Meeting, speaker: Turn | undefined): Look {
	return agenda.running === null
		? { kind: 'title', speaker }
		: { kind: 'item', item: agenda.running, speaker };
}
