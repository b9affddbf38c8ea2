/** What a member may ask leave for. */
export interface AbsenceReason {
	readonly code: string;
	readonly label: string;
}
