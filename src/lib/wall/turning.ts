/** From one slide to the next. */
import type { Slide } from './contract.ts';
import type { Wall } from './wall.ts';

const MOST_REMEMBERED = 20;

/** A new item shows itself (WA1). */
export function followItem(wall: Wall): Wall {
	return turnTo(wall, { show: 'item' }, false);
}

/** What stands there now, as a slide. */
export function current({ show, what, message, until }: Wall): Slide {
	return {
		show,
		...(what !== null && { what }),
		...(message !== null && { message }),
		...(until !== null && { until })
	};
}

export function turnTo(wall: Wall, { show, what, message, until }: Slide, back: boolean): Wall {
	const before = current(wall);
	const isSame = before.show === show && before.what === what && before.message === message;
	return {
		...wall,
		show,
		what: what ?? null,
		message: message ?? null,
		until: until ?? null,
		page: null,
		history: back
			? wall.history.slice(0, -1)
			: isSame
				? wall.history
				: [...wall.history, before].slice(-MOST_REMEMBERED)
	};
}
