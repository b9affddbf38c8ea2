/** Room for a hand-written name between an office and the name in print. */
export const LINES_TO_SIGN = 4;

/** A line below an office that says that it was signed in the system. */
export const SIGNED_PT = 11;

/** At the foot of every page. */
export const FOOT_PT = 8;

/** Of what the sealed record is checked by, with the side of its QR. */
export const SEAL_PT = 8;
export const QR_MM = 22;

/** Between the margins, which both guides have alike. */
export const TEXT_MM = 165;
/** Of a letter of a table, on average, with some to spare. */
const LETTER_MM = 2.4;
const MOST_LINES = 36;

/** Whether a row surely fits on a page. One that does not must break over two: kept whole, its end would be lost. */
export function fitsOnPage(row: readonly string[], columns: readonly { readonly share: number }[]): boolean {
	const parts = columns.reduce((sum, { share }) => sum + share, 0);
	return row.every((cell, index) => {
		const letters = (TEXT_MM * (columns[index]?.share ?? 1)) / parts / LETTER_MM;
		const lines = cell
			.split('\n')
			.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
		return lines <= MOST_LINES;
	});
}
