import { unreachable, type Instant, type ItemId, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Assignment {
	readonly person: PersonId;
	readonly topics: readonly string[];
	readonly preparedAt: Instant | null;
	/** Known to the member alone (OP3). */
	readonly draft: string | null;
}

export interface Written {
	readonly id: string;
	readonly person: PersonId;
	/** Empty to who may not read it yet (OP4). */
	readonly text: string;
	readonly at: Instant;
	readonly readAt: Instant | null;
	readonly readBy: PersonId | null;
	/** When it was put into the minutes without being read out; null where it was not (OP8). */
	readonly quotedAt: Instant | null;
	readonly item: ItemId | null;
	/** Its author took it back: its words are gone (OP9). */
	readonly withdrawn?: true;
	/** Who wrote it down, where that was not its author. */
	readonly enteredBy?: PersonId;
}

export interface Opinions {
	readonly assigned: readonly Assignment[];
	readonly written: readonly Written[];
}

/** What the chair sees beside the queue (S3-9). */
export type State = 'assigned' | 'prepared' | 'delivered' | 'not-delivered';

export const initial: Opinions = { assigned: [], written: [] };

export function evolve(opinions: Opinions, event: Logged<Event>): Opinions {
	const { assigned, written } = opinions;
	switch (event.type) {
		case 'opinion.assigned':
			return { ...opinions, assigned: withTopic(assigned, event.to, event.topic) };
		case 'opinion.unassigned':
			return { ...opinions, assigned: assigned.filter(({ person }) => person !== event.to) };
		case 'opinion.prepared': {
			const draft = event.text ?? null;
			return {
				...opinions,
				assigned: assigned.map((asked) =>
					asked.person === event.person
						? { ...asked, preparedAt: event.at, draft: draft ?? asked.draft }
						: asked
				)
			};
		}
		case 'opinion.sent': {
			const { opinion: id, person, text, at } = event;
			const entered = event.by === person ? {} : { enteredBy: event.by };
			const sent = {
				id,
				person,
				text,
				at,
				readAt: null,
				readBy: null,
				quotedAt: null,
				item: null,
				...entered
			};
			return { ...opinions, written: [...written, sent] };
		}
		case 'opinion.read-out':
			return changed(opinions, event.opinion, (each) => ({
				readAt: event.at,
				readBy: event.by,
				item: each.item ?? event.item,
				text: event.text ?? each.text
			}));
		case 'opinion.quoted':
			return changed(opinions, event.opinion, ({ text }) => ({
				quotedAt: event.at,
				item: event.item,
				text: event.text ?? text
			}));
		case 'opinion.withdrawn':
			return changed(opinions, event.opinion, () => ({ text: '', withdrawn: true }));
		default:
			return unreachable(event);
	}
}

function changed(opinions: Opinions, id: string, change: (each: Written) => Partial<Written>): Opinions {
	const written = opinions.written.map((each) => (each.id === id ? { ...each, ...change(each) } : each));
	return { ...opinions, written };
}

/** Whether it stands in the minutes, read out or not. */
export function isInMinutes({ readAt, quotedAt }: Written): boolean {
	return readAt !== null || quotedAt !== null;
}

function withTopic(assigned: Opinions['assigned'], person: PersonId, topic: string): Opinions['assigned'] {
	if (!assigned.some((asked) => asked.person === person))
		return [...assigned, { person, topics: [topic], preparedAt: null, draft: null }];
	return assigned.map((asked) =>
		asked.person === person && !asked.topics.includes(topic)
			? { ...asked, topics: [...asked.topics, topic] }
			: asked
	);
}

export function assignmentOf({ assigned }: Opinions, person: PersonId): Assignment | undefined {
	return assigned.find((asked) => asked.person === person);
}

export function hasPrepared({ written }: Opinions, { person, preparedAt }: Assignment): boolean {
	return preparedAt !== null || written.some((each) => each.person === person);
}

/**
 * OP5
 * @param spoke  whether the member has an ended turn of kind `assigned`
 */
export function stateOf(opinions: Opinions, asked: Assignment, spoke: boolean, ended: boolean): State {
	const wasRead = opinions.written.some((each) => each.person === asked.person && each.readAt !== null);
	if (spoke || wasRead) return 'delivered';
	if (ended) return 'not-delivered';
	return hasPrepared(opinions, asked) ? 'prepared' : 'assigned';
}
