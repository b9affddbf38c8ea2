import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import { running, type Closed, type ClosedPart } from './closed.ts';

export const initial: Closed = [];

export function evolve(closed: Closed, event: Logged<Event>): Closed {
	switch (event.type) {
		case 'closed.begun':
			return [
				...closed,
				{
					number: event.part,
					from: event.at,
					to: null,
					firstSeq: event.seq,
					lastSeq: null,
					keptOut: event.keptOut,
					stay: event.stay,
					sections: [event.section],
					inside: []
				}
			];
		case 'closed.ended':
			return whileClosed(closed, (part) => ({ ...part, to: event.at, lastSeq: event.seq }));
		default:
			return unreachable(event);
	}
}

/** An item that is started inside has its section in the part's document. */
export function itemStarted(closed: Closed, item: string): Closed {
	return whileClosed(closed, (part) =>
		part.sections.includes(item) ? part : { ...part, sections: [...part.sections, item] }
	);
}

export function beganInside(closed: Closed, id: string): Closed {
	return whileClosed(closed, (part) =>
		part.inside.includes(id) ? part : { ...part, inside: [...part.inside, id] }
	);
}

/** What goes on after the part is over was not only inside (CS4); asked of the last part, when it has ended. */
export function outlived(closed: Closed, ids: ReadonlySet<string>): Closed {
	return closed.map((part, index) =>
		index === closed.length - 1 ? { ...part, inside: part.inside.filter((id) => !ids.has(id)) } : part
	);
}

/** The same list where no part is closed, so that the slice keeps its identity. */
function whileClosed(closed: Closed, how: (part: ClosedPart) => ClosedPart): Closed {
	return running(closed) ? closed.map((part) => (part.to === null ? how(part) : part)) : closed;
}
