import { unreachable, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Piece {
	readonly id: string;
	readonly text: string;
	/** What it means for this cell; null until somebody writes it (NE2). */
	readonly link: string | null;
	readonly by: PersonId;
	/** Observers who find it not relevant here; empty for who may not know (NE4). */
	readonly notRelevantTo: readonly PersonId[];
}

export type News = readonly Piece[];

/** NE1: how many pieces a meeting takes. */
export const MOST = 5;

export const initial: News = [];

/** Pieces that say nothing of this cell yet (NE2). */
export function unlinked(news: News): News {
	return news.filter(({ link }) => link === null);
}

export function evolve(news: News, event: Logged<Event>): News {
	switch (event.type) {
		case 'news.added': {
			const { news: id, text, link, by } = event;
			return [...news, { id, text, link, by, notRelevantTo: [] }];
		}
		case 'news.changed':
			return changed(news, event.news, (piece) => ({
				...piece,
				text: event.text ?? piece.text,
				link: event.link === undefined ? piece.link : event.link
			}));
		case 'news.removed':
			return news.filter(({ id }) => id !== event.news);
		case 'news.marked':
			return changed(news, event.news, (piece) => {
				const others = piece.notRelevantTo.filter((id) => id !== event.observer);
				return { ...piece, notRelevantTo: event.relevant ? others : [...others, event.observer] };
			});
		default:
			return unreachable(event);
	}
}

function changed(news: News, id: string, how: (piece: Piece) => Piece): News {
	return news.map((piece) => (piece.id === id ? how(piece) : piece));
}
