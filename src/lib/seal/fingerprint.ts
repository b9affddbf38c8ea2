/** Digits and letters that cannot be taken for one another (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The beginning of a hash in four groups of four, to be read out and compared by eye (SE7). */
export function fingerprint(hash: string): string {
	const bits = BigInt(`0x${hash.slice(0, 20)}`);
	const letter = (at: number) => LETTERS[Number((bits >> BigInt(75 - 5 * at)) & 31n)];
	const letters = Array.from({ length: 16 }, (_, at) => letter(at)).join('');
	return letters.replace(/(.{4})(?=.)/g, '$1-');
}
