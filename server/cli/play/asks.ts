/** What a play asks of the server that it started, over the channel between the two processes. */
import type { Script } from '../script/script.ts';

export interface Asks {
	/** Sets the clock; milliseconds since 1970. */
	clock: { of: number; answer: null };
	/** Makes the cell, its people, the meeting and a session for everybody with a device. */
	prepare: { of: Script; answer: Prepared };
	/** Answers once the room has noticed that somebody’s connection is gone. */
	lost: { of: string; answer: null };
	/** Stops the server; answers before it does. */
	stop: { of: null; answer: null };
}

export interface Prepared {
	/** `Cookie` headers by person. */
	readonly cookies: Readonly<Record<string, string>>;
	/** The room screen's. */
	readonly wall: string;
	/** Clause ids by label. */
	readonly clauses: Readonly<Record<string, string>>;
}

export type Question = {
	[Name in keyof Asks]: { readonly id: number; readonly ask: Name; readonly of: Asks[Name]['of'] };
}[keyof Asks];

export type Told =
	| { readonly port: number }
	| { readonly id: number; readonly answer: unknown }
	| { readonly id: number; readonly error: string };
