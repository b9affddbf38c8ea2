import { happened, refused, unreachable, type Act, type Decision } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { MOST, type News } from './news.ts';

export function decide(news: News, command: Command, { who }: Act): Decision<Event, Refusal> {
	if (command.type === 'news.add') {
		const { ref, text, link } = command;
		if (news.some(({ id }) => id === ref)) return refused('id-taken');
		if (news.length >= MOST) return refused('too-many');
		return happened({ type: 'news.added', news: ref, text, link: link ?? null });
	}
	if (!news.some(({ id }) => id === command.news)) return refused('unknown');
	switch (command.type) {
		case 'news.change': {
			const { news: piece, text, link } = command;
			return happened({
				type: 'news.changed',
				news: piece,
				...(text !== undefined && { text }),
				...(link !== undefined && { link })
			});
		}
		case 'news.remove':
			return happened({ type: 'news.removed', news: command.news });
		case 'news.mark':
			return happened({
				type: 'news.marked',
				news: command.news,
				observer: who,
				relevant: command.relevant
			});
		default:
			return unreachable(command);
	}
}
