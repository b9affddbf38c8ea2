/** Answers kept for a short while, with exact invalidation: what `drop` names is never answered from before it. */
export interface LookUps<Value> {
	get(key: string): Promise<Value | null>;
	drop(key: string): void;
	/** Also drops every look-up that is still under way, since nobody knows yet what it will find. */
	dropWhere(matches: (value: Value) => boolean): void;
}

interface Entry<Value> {
	readonly answer: Promise<Value | null>;
	readonly until: number;
	value?: Value;
}

interface Options<Value> {
	readonly load: (key: string) => Promise<Value | null>;
	readonly now: () => number;
	readonly milliseconds: number;
	/** Entries kept at most; the oldest go first. */
	readonly most: number;
}

export function lookUps<Value>({ load, now, milliseconds, most }: Options<Value>): LookUps<Value> {
	const entries = new Map<string, Entry<Value>>();

	function begin(key: string): Entry<Value> {
		const entry: Entry<Value> = { answer: load(key), until: now() + milliseconds };
		const forget = () => {
			if (entries.get(key) === entry) entries.delete(key);
		};
		entry.answer.then((value) => {
			// Unknown keys are not kept: they cost a stranger nothing to invent.
			if (value === null) forget();
			else entry.value = value;
		}, forget);
		entries.delete(key);
		entries.set(key, entry);
		if (entries.size > most) entries.delete(entries.keys().next().value ?? key);
		return entry;
	}

	return {
		async get(key) {
			for (;;) {
				const known = entries.get(key);
				const entry = known && known.until > now() ? known : begin(key);
				let isCurrent = true;
				const value = await entry.answer;
				// Dropped while it was read: what was found may be from before.
				isCurrent = value === null || entries.get(key) === entry;
				if (isCurrent) return value;
			}
		},
		drop: (key) => void entries.delete(key),
		dropWhere(matches) {
			for (const [key, { value }] of entries) if (value === undefined || matches(value)) entries.delete(key);
		}
	};
}
