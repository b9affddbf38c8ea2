import type { RoomData } from '../meeting/room.svelte.ts';

/** What the page's script starts from, written into the page so that it need not be asked for. */
export interface Start {
	readonly room: RoomData;
	/** What the wall's QR said, for who came by it a moment ago. */
	readonly code: string | null;
	/** What a member may ask leave for. */
	readonly reasons: readonly { readonly code: string; readonly label: string }[];
}

/** The id of the element that holds it. */
export const START = 'start';

/** JSON that stands in a page's `<script type="application/json">` as it is: nothing in it looks like markup. */
export function asScript(start: Start): string {
	return JSON.stringify(start).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c');
}
