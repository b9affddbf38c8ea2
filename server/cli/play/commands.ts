/** From a script's act to the product's command. */
import { Command as Schema, type Command } from '../../../src/lib/meeting/contract.ts';
import { field, type Action } from '../script/script.ts';

/** Why an entry cannot be played yet. */
export interface LeftOut {
	readonly leftOut: string;
}

/** The commands there are, so that an act is played as soon as its feature exists. */
const KNOWN: ReadonlySet<string> = new Set(Schema.options.map(({ entries }) => entries.type.literal));
const POINTERS = ['request', 'turn', 'note', 'comment', 'amendment', 'paper', 'opinion'];

/** Fields that name a clause, or may. */
const CLAUSES = new Set(['clause', 'after', 'what']);

/** The format has no reason for a correction, and frozen minutes are corrected with one only: this one is true (AD4). */
const WHY_CORRECTED = 'Đính chính theo kịch bản của buổi sinh hoạt.';

/** Translates the acts of one script; remembers what was left out, since what points to it is left out as well. */
export class Commands {
	/** Ids by label, as the meeting has them now. */
	readonly #clauses: Map<string, string>;
	/** By label: the amendment that would make the clause, for acts that name it before it is there. */
	readonly #proposed = new Map<string, string>();
	readonly #missing = new Set<string>();
	readonly #told = new Set<string>();
	readonly #warn: (line: string) => void;

	constructor(clauses: Readonly<Record<string, string>>, warn: (line: string) => void) {
		this.#clauses = new Map(Object.entries(clauses));
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
		return this.#clauses.get(label) ?? this.#proposed.get(label) ?? label;
	}

	/** A clause that an act has made. */
	learn(label: string, id: string): void {
		this.#clauses.set(label, id);
	}

	#reason(action: Action): string | null {
		const { do: what } = action;
		if (!KNOWN.has(what)) return `${what} (this release has no such feature)`;
		const pointsTo = POINTERS.map((name) => field(action, name)).find((ref) => this.#missing.has(ref));
		return pointsTo === undefined ? null : `${what} of what an act left out would have made`;
	}

	/** Its fields as they stand; the server's schema judges them. */
	#command(action: Action): Command {
		const { at: _at, by: _by, do: type, ...fields } = action;
		const isNew = type === 'amendment.propose' && field(action, 'kind') === 'new-clause';
		if (isNew) this.#proposed.set(field(action, 'clause'), field(action, 'ref'));
		const kept = Object.entries(fields).filter(
			([name, value]) => !(type === 'task.assign' && this.#isGone(name, value))
		);
		return {
			type,
			...(type === 'minutes.correct' && { reason: WHY_CORRECTED }),
			...Object.fromEntries(kept.map(([name, value]) => [name, this.#translated(name, value, isNew)]))
		} as unknown as Command;
	}

	/** A task of a clause that never came to be stands on its item (TA10). */
	#isGone(name: string, value: unknown): boolean {
		return name === 'clause' && !this.#clauses.has(String(value));
	}

	/** @param isNew  whether `clause` names what is still to be made: then it stays a label */
	#translated(name: string, value: unknown, isNew: boolean): unknown {
		if (name === 'clause' && isNew) return value;
		if (CLAUSES.has(name) && typeof value === 'string') return this.clause(value);
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
