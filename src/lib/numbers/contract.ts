/** Told by the server, which alone counts; no command gives a number. */
export interface Event {
	readonly type: 'number.given';
	readonly paper: Numbered;
	readonly number: number;
	/** `Số 05-NQ/CB` */
	readonly words: string;
	/** Of the cell's committee, in which it was counted (NU2); null where nobody said. */
	readonly term: string | null;
}

/** The papers that a cell numbers (NU1). */
export type Numbered = 'agenda' | 'committee' | 'minutes' | 'resolution' | 'conclusion' | 'debrief';
