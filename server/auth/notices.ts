export interface Notices<Subject> {
	/** Returns what ends the listening. */
	listen(listener: (subject: Subject) => void): () => void;
	tell(subject: Subject): void;
}

export function notices<Subject>(): Notices<Subject> {
	const listeners = new Set<(subject: Subject) => void>();
	return {
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		tell(subject) {
			for (const listener of listeners) listener(subject);
		}
	};
}
