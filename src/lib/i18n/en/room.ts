import type { Room } from '../vi/room.ts';

export const room = {
	now: 'Now',
	next: 'Next',
	floor: 'The floor',
	rollcall: 'Roll call',
	texts: 'Texts'
} satisfies Room;
