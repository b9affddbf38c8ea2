/** What somebody missed, folded into a few lines. Pure: what was missed comes in by the door. */
import type { DocumentName } from '../access/contract.ts';
import type { Handled } from '../comments/contract.ts';
import type { Instant, PersonId } from '../kernel/decider.ts';
import type { LoggedEvent } from '../meeting/contract.ts';
import type { Meeting } from '../meeting/state.ts';

/** How far somebody's page had come. */
export interface Seen {
	readonly at: Instant;
	readonly seq: number;
	readonly texts: Readonly<Record<string, number>>;
}

export interface TextChange {
	readonly document: DocumentName;
	readonly block: string;
	/** Who wrote there since, oneself included. */
	readonly by: readonly PersonId[];
}

/** Where to look. */
export interface Place {
	readonly document: DocumentName;
	readonly block: string;
}

export interface Missed {
	readonly events: readonly LoggedEvent[];
	readonly texts: readonly TextChange[];
}

export type Line =
	| { readonly kind: 'opened' | 'ended' | 'clause-gone' }
	| { readonly kind: 'item'; readonly item: string }
	| { readonly kind: 'items'; readonly count: number }
	| { readonly kind: 'vote'; readonly vote: string }
	| { readonly kind: 'chair' | 'minute-taker'; readonly person: PersonId }
	| { readonly kind: 'spoke'; readonly people: readonly PersonId[] }
	| { readonly kind: 'paper'; readonly paper: string }
	| { readonly kind: 'clause'; readonly clause: string }
	| {
			readonly kind: 'text';
			readonly document: DocumentName;
			readonly block: string;
			readonly by: readonly PersonId[];
	  };

export type OwnLine =
	| { readonly kind: 'merged'; readonly document: DocumentName; readonly block: string }
	| { readonly kind: 'handled'; readonly comment: string; readonly status: Handled }
	| { readonly kind: 'reply'; readonly comment: string; readonly person: PersonId };

export interface Summary {
	readonly room: readonly Line[];
	readonly own: readonly OwnLine[];
}

/** Shorter than this is no absence (AW5). */
const MOMENT_MS = 5_000;

/** @param meeting  as it is now */
export function summaryOf(meeting: Meeting, { events, texts }: Missed, me: PersonId | null): Summary {
	return {
		room: [
			...moved(meeting, events),
			...events.flatMap((event) => told(meeting, event)),
			...written(texts, me)
		],
		own: [...merged(texts, me), ...events.flatMap((event) => concerning(meeting, event, me))]
	};
}

/** Whether it is worth a card of its own (AW1, AW5). */
export function isWorthTelling({ room, own }: Summary, delivered: number, awayMs: number): boolean {
	if (room.length + own.length + delivered === 0) return false;
	const isText = ({ kind }: Line | OwnLine) => kind === 'text' || kind === 'merged';
	return delivered > 0 || awayMs >= MOMENT_MS || ![...room, ...own].every(isText);
}

/** Where the meeting stands, rather than each step on the way there. */
function moved({ agenda, phase }: Meeting, events: readonly LoggedEvent[]): Line[] {
	const has = (type: LoggedEvent['type']) => events.some((event) => event.type === type);
	const finished = new Set(events.flatMap((event) => (event.type === 'item.ended' ? [event.item] : [])));
	if (phase === 'ended') return has('meeting.ended') ? [{ kind: 'ended' }] : [];
	return [
		...(has('meeting.opened') ? [{ kind: 'opened' } as const] : []),
		...(finished.size > 0 ? [{ kind: 'items', count: finished.size } as const] : []),
		...(has('item.started') && agenda.running !== null
			? [{ kind: 'item', item: agenda.running } as const]
			: []),
		...spoke(events)
	];
}

function spoke(events: readonly LoggedEvent[]): Line[] {
	const people = new Set(events.flatMap((event) => (event.type === 'floor.granted' ? [event.person] : [])));
	return people.size > 0 ? [{ kind: 'spoke', people: [...people] }] : [];
}

function told({ chair, minuteTaker, papers, clauses }: Meeting, event: LoggedEvent): Line[] {
	switch (event.type) {
		case 'vote.closed':
			return [{ kind: 'vote', vote: event.vote }];
		case 'chair.handed-over':
			return event.to === chair ? [{ kind: 'chair', person: event.to }] : [];
		case 'minute-taker.appointed':
			return event.to === minuteTaker ? [{ kind: 'minute-taker', person: event.to }] : [];
		case 'paper.published':
			return papers.some(({ id, title }) => id === event.paper && title !== '')
				? [{ kind: 'paper', paper: event.paper }]
				: [];
		case 'clause.added':
			return clauses.some(({ id }) => id === event.clause.id)
				? [{ kind: 'clause', clause: event.clause.id }]
				: [];
		case 'clause.removed':
			return [{ kind: 'clause-gone' }];
		default:
			return [];
	}
}

function written(texts: readonly TextChange[], me: PersonId | null): Line[] {
	return texts.flatMap(({ document, block, by }): Line[] => {
		const others = by.filter((person) => person !== me);
		return others.length > 0 ? [{ kind: 'text', document, block, by: others }] : [];
	});
}

function merged(texts: readonly TextChange[], me: PersonId | null): OwnLine[] {
	return texts.flatMap(({ document, block, by }): OwnLine[] =>
		me !== null && by.includes(me) ? [{ kind: 'merged', document, block }] : []
	);
}

function concerning({ comments }: Meeting, event: LoggedEvent, me: PersonId | null): OwnLine[] {
	if (event.type !== 'comment.handled' && event.type !== 'comment.replied') return [];
	if (event.by === me || !comments.some(({ id, person }) => id === event.comment && person === me)) return [];
	return event.type === 'comment.handled'
		? [{ kind: 'handled', comment: event.comment, status: event.status }]
		: [{ kind: 'reply', comment: event.comment, person: event.person }];
}
