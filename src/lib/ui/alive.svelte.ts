let alive = $state(false);

/**
 * Whether the page can be pressed: never on the server, and in the browser once its code has taken the page over.
 * On a slow phone that takes seconds, and a button that looks ready before would swallow what was pressed.
 */
export function isAlive(): boolean {
	return alive;
}

/** Called by whatever stands on the page, when it is mounted. */
export function comeAlive(): void {
	alive = true;
}
