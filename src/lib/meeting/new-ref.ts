/** An id for a command, or for a thing that it makes. `crypto.randomUUID` is there on encrypted pages only. */
export function newRef(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
