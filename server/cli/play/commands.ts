/** From a script's act to the product's command. */
import { Command as Schema, type Command } from '../../../src/lib/meeting/contract.ts';
import { field, type Action } from '../script/script.ts';

/** Why an entry cannot be played yet. */
export interface LeftOut {
	readonly leftOut: string;
}

/** The commands there are, so that an act is played as soon as its feature exists. */
const KNOWN: ReadonlySet<string> = new Set(Schema.options.map(({ entries }) => entries.type.literal));
/** Fields of acts that exist, about features that do not. */
const UNKNOWN_FIELDS: Readonly<Record<string, string>> = {
	'comment.handle': 'amendment'
};
const POINTERS = ['request', 'turn', 'note', 'comment'];

/** Translates the acts of one script; remembers what was left out, since what points to it is left out as well. */
export class Commands {
	readonly #clauses: Readonly<Record<string, string>>;
	readonly #missing = new Set<string>();
	readonly #told = new Set<string>();
	readonly #warn: (line: string) => void;

	constructor(clauses: Readonly<Record<string, string>>, warn: (line: string) => void) {
		this.#clauses = clauses;
		this.#warn = warn;
	}

	/** @returns null for an act that is left out, and says so once for its kind */
	of(action: Action): Command | null {
		const why = this.#reason(action);
		if (why === null) return this.#command(action);
		const ref = field(action, 'ref');
		if (ref !== '') this.#missing.add(ref);
		this.#tell(`left out: ${why}`);
		return null;
	}

	/** Clauses go by label in scripts and by id in the product. */
	clause(label: string): string {
		return this.#clauses[label] ?? label;
	}

	#reason(action: Action): string | null {
		const { do: what, on } = action;
		if (!KNOWN.has(what)) return `${what} (this release has no such feature)`;
		if (what === 'comment.post') {
			const { kind, ref } = on as { kind: string; ref: string };
			if (kind === 'paper') return `${what} on a paper (this release has no papers)`;
			if (kind === 'clause' && !(ref in this.#clauses))
				return `${what} on a clause that an act left out would have made`;
		}
		if (what === 'text.edit' && !(field(action, 'clause') in this.#clauses))
			return `${what} of a clause that an act left out would have made`;
		const pointsTo = POINTERS.map((name) => field(action, name)).find((ref) => this.#missing.has(ref));
		return pointsTo === undefined ? null : `${what} of what an act left out would have made`;
	}

	/** Its fields as they stand; the server's schema judges them. */
	#command({ at: _at, by: _by, do: type, ...fields }: Action): Command {
		const unknown = UNKNOWN_FIELDS[type];
		if (unknown !== undefined && unknown in fields)
			this.#tell(`left out: the field ${unknown} of ${type} (this release has no such feature)`);
		const kept = Object.entries(fields).filter(
			([name, value]) => name !== unknown && !(type === 'task.assign' && this.#isGone(name, value))
		);
		return {
			type,
			...Object.fromEntries(kept.map(([name, value]) => [name, this.#translated(name, value)]))
		} as unknown as Command;
	}

	/** A task of a clause that never came to be stands on its item (TA10). */
	#isGone(name: string, value: unknown): boolean {
		return name === 'clause' && !(String(value) in this.#clauses);
	}

	#translated(name: string, value: unknown): unknown {
		if (name === 'clause' && typeof value === 'string') return this.clause(value);
		if (name !== 'on') return value;
		const { kind, ref } = value as { kind: string; ref: string };
		return { kind, ref: kind === 'clause' ? this.clause(ref) : ref };
	}

	#tell(line: string): void {
		if (this.#told.has(line)) return;
		this.#told.add(line);
		this.#warn(line);
	}
}
