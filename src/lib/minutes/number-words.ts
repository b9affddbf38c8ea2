/** Numbers as they are read out, beside their figures: `hai mươi mốt`. Papers write results of votes both ways. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** @param count  a whole number from 0; from 1,000 on its figures are all there is */
export function numberWords(count: number): string {
	if (count >= 1000) return String(count);
	const hundreds = Math.floor(count / 100);
	const rest = count % 100;
	if (hundreds === 0) return belowHundred(rest);
	const head = `${digit(hundreds)} trăm`;
	if (rest === 0) return head;
	return rest < 10 ? `${head} linh ${digit(rest)}` : `${head} ${belowHundred(rest)}`;
}

function belowHundred(count: number): string {
	const tens = Math.floor(count / 10);
	const ones = count % 10;
	if (tens === 0) return digit(ones);
	const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
	return ones === 0 ? head : `${head} ${behindTens(tens, ones)}`;
}

/** One, four and five change behind tens: `hai mươi mốt`, `hai mươi tư`, `mười lăm`. */
function behindTens(tens: number, ones: number): string {
	if (ones === 5) return 'lăm';
	if (tens > 1 && ones === 1) return 'mốt';
	return tens > 1 && ones === 4 ? 'tư' : digit(ones);
}

function digit(count: number): string {
	return DIGITS[count] ?? '';
}
