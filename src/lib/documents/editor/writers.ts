/** Somebody else who has the document open for writing, as the server names them. */
export interface Writer {
	readonly client: number;
	readonly name: string;
	readonly colour: string;
}

/** Presence comes from other people's browsers through the server, so its form is checked here too. */
export function writerOf(client: number, state: Record<string, unknown>): Writer | null {
	const { user } = state;
	if (typeof user !== 'object' || user === null) return null;
	const { name, color } = user as Record<string, unknown>;
	if (typeof name !== 'string') return null;
	return {
		client,
		name,
		colour: typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#49433a'
	};
}
