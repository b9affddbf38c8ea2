/** How far a chain had come: the last entry that somebody knows of it (SE11). */
export interface Head {
	readonly cell: string;
	readonly number: number;
	readonly hash: string;
	readonly key: string;
	readonly signature: string;
}

const MARK = 'HT1';
/** As it stands on paper and in the QR. */
export function lineOf({ cell, number, hash, key, signature }: Head): string {
	return [MARK, cell, number, hash, key, signature].join('.');
}
