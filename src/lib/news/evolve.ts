import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import type { Piece, News } from './news.ts';

export const initial: News = [];

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
