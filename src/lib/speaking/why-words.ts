import { clock } from '../i18n/format.ts';
import type { Words } from '../i18n/words.ts';
import type { Why } from './queue.ts';

/** Why somebody stands where they stand, as a clause after the place (SP10). */
export function whyWords(why: Why, { why: words }: Words['floor']): string {
	switch (why.because) {
		case 'moved':
			return words.moved;
		case 'point-of-order':
			return words.urgent;
		case 'arrival':
			return words.arrival;
		case 'turns':
			return why.turns === 0 ? words.notSpoken : words.spoken(why.turns);
		case 'seconds':
			return why.seconds === 0 ? words.noSeconds : words.seconds(clock(why.seconds));
		case 'group':
			return words.group(why.group || words.members);
		case 'later-item':
			return words.laterItem;
		case 'heard':
			return words.heard;
		case 'away':
			return words.away;
	}
}
