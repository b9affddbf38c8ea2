import type { ScreenStatus } from './contract.ts';

/** The screen that leads: the chosen one while it is connected, else the first that came (WA6). */
export function leading(screens: readonly ScreenStatus[], lead: string | null): ScreenStatus | undefined {
	const byNumber = screens.toSorted((a, b) => a.number - b.number);
	return byNumber.find(({ screen }) => screen === lead) ?? byNumber[0];
}

/** Whether a screen has not drawn what happened up to `seq` (WA7). */
export function isBehind({ receipt }: ScreenStatus, seq: number): boolean {
	return receipt !== null && receipt.seq < seq;
}
