/** The id of the element that holds what the page's script starts from. */
export const START = 'start';

/** The id of the element that the server rendered, and that the live view takes the place of. */
export const STILL = 'still';

/** JSON that stands in a page's `<script type="application/json">` as it is: nothing in it looks like markup. */
export function asScript(start: unknown): string {
	return JSON.stringify(start).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c');
}
