import type { ReplayWords } from '../i18n/vi/replay.ts';
import { nameIn } from '../people/names.ts';
import type { Mark } from './moments.ts';
import type { Replayed } from './replayed.svelte.ts';

/** What people call a moment. */
export function markName(
	replayed: Pick<Replayed, 'end' | 'lastTitle'>,
	words: ReplayWords['marks'],
	mark: Mark
): string {
	const { agenda, people, votes } = replayed.end;
	const place = (item: string) => agenda.items.findIndex(({ id }) => id === item) + 1;
	switch (mark.kind) {
		case 'item': {
			const number = place(mark.item);
			const title = replayed.lastTitle(mark.item);
			return number > 0 ? words.item(number, title) : words.itemGone(title);
		}
		case 'concluded':
			return words.concluded(place(mark.item));
		case 'speaker':
			return words.speaker(nameIn(people, mark.person));
		case 'vote-opened':
		case 'vote-closed': {
			const title = votes.find(({ id }) => id === mark.vote)?.title ?? '';
			return mark.kind === 'vote-opened' ? words.voteOpened(title) : words.voteClosed(title);
		}
		case 'closed-begun':
			return words.closedBegun;
		case 'closed-ended':
			return words.closedEnded;
		default:
			return words[mark.kind];
	}
}
