import { createSubscriber } from 'svelte/reactivity';

const QUARTER_SECOND = 250;

const ticks = createSubscriber((update) => {
	const timer = setInterval(update, QUARTER_SECOND);
	return () => clearInterval(timer);
});

/** The device's time, read again four times a second by whatever shows it; one timer for the whole page. */
export function now(): number {
	ticks();
	return Date.now();
}
