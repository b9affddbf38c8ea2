const YEARS = /^(\d{4})\s*[-–]\s*(\d{4})$/;

/**
 * The term of a committee as its papers name it, `2025-2027`; null for anything else. Every number begins anew in
 * another term, so a slip of the finger must not make one (NU2).
 */
export function termOf(text: string): string | null {
	const [, from, to] = YEARS.exec(text.trim()) ?? [];
	return from && to && from < to ? `${from}-${to}` : null;
}
