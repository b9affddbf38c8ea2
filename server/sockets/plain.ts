const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Whether a value from JSON has no key that could reach a prototype: schemas take these for inherited ones. */
export function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return true;
	return FORBIDDEN.every((key) => !Object.hasOwn(value, key)) && Object.values(value).every(isPlain);
}
