/** Keeps the screen lit while the page is in front, where the browser can (encrypted pages only). */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let ended = false;

	async function ask(): Promise<void> {
		if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
		try {
			const granted = await navigator.wakeLock.request('screen');
			if (ended) void granted.release();
			else lock = granted;
		} catch {
			// A phone that saves its battery says no; the meeting goes on with a darker screen.
		}
	}

	const askAgain = () => void ask();
	document.addEventListener('visibilitychange', askAgain);
	void ask();
	return () => {
		ended = true;
		document.removeEventListener('visibilitychange', askAgain);
		void lock?.release();
	};
}
