/** The minutes of the cell's meeting before this one, as far as the two can be laid side by side. */
export interface LastMonth {
	/** `2026-10` */
	readonly month: string;
	/** By the template's name of the item. */
	readonly sections: readonly { readonly code: string; readonly text: string }[];
}
