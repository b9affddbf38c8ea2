/** At most `size` of `list`, those around `at`: two that went before, and what follows. */
export function windowAround<T>(list: readonly T[], at: number, size: number): readonly T[] {
	const from = Math.max(0, Math.min(at - 2, list.length - size));
	return list.slice(from, from + size);
}
