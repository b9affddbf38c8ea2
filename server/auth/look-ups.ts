/** Answers kept for a short while, with exact invalidation: once `drop` returns, nothing read before it is answered. */
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
	isDropped: boolean;
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
		const entry: Entry<Value> = { answer: load(key), until: now() + milliseconds, isDropped: false };
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

	function drop(key: string): void {
		const entry = entries.get(key);
		if (entry) entry.isDropped = true;
		entries.delete(key);
	}

	return {
		async get(key) {
			for (;;) {
				const known = entries.get(key);
				const entry = known && known.until > now() ? known : begin(key);
				const value = await entry.answer;
				if (!entry.isDropped) return value;
			}
		},
		drop,
		dropWhere(matches) {
			for (const [key, { value }] of entries) if (value === undefined || matches(value)) drop(key);
		}
	};
}
