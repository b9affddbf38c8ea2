import { keepPreference } from '../ui/preference.ts';

/** `+` for who sits at the back, `-` for all: the screen has no other control. */
export function followStep({ key }: KeyboardEvent): void {
	const step = key === '+' || key === '=' ? '3' : key === '-' ? '1' : null;
	if (step === null) return;
	document.documentElement.dataset.text = step;
	keepPreference('text', step);
}
