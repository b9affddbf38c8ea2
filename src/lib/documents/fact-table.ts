/** A fact that reads best as a table: what it comes to in one sentence, then its rows under their headings. */
export interface FactTable {
	readonly head: string;
	readonly columns: readonly string[];
	/** As many cells each as there are columns. */
	readonly rows: readonly (readonly string[])[];
}
