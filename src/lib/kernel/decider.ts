/** What a rule answers: the events that happen, or the one reason why nothing does. */
export type Decision<Event, Refusal extends string = string> =
	{ readonly events: readonly Event[] } | { readonly refused: Refusal };

export function happened<Event>(...events: Event[]): { readonly events: readonly Event[] } {
	return { events };
}

export function refused<Refusal extends string>(code: Refusal): { readonly refused: Refusal } {
	return { refused: code };
}

/** Fails to compile where a union has a case that the switch before it forgot. */
export function unreachable(value: never): never {
	throw new Error(`forgotten case: ${JSON.stringify(value)}`);
}

/**
 * An event as the log keeps it and the wire carries it.
 * `at` is the server's domain clock in milliseconds since 1970; `by` is the person who acted (or `server`),
 * `for` the person on whose behalf; `command` is the client's id of the command that caused it.
 */
export type Logged<Event> = Event & {
	readonly seq: number;
	readonly at: Instant;
	readonly by: PersonId;
	readonly for?: PersonId;
	readonly command?: string;
};

/** Milliseconds since 1970 on the server's domain clock. */
export type Instant = number;
export type MeetingId = string;
export type PersonId = string;
export type ItemId = string;
export type ClauseId = string;

/** Who acts, when, and for whom: what every rule may know. */
export interface Act {
	readonly now: Instant;
	/** The person who sent the command. */
	readonly by: PersonId;
	/** The person for whom it is done: `by`, or whom an assistant acts for. */
	readonly who: PersonId;
}
