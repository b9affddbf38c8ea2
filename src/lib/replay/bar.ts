export const BAR_ID = 'replay-bar';

/** Pixels from the window's top to the bar with the slider, which stands over its lower edge. */
export function barTop(): number {
	return document.getElementById(BAR_ID)?.getBoundingClientRect().top ?? innerHeight;
}
