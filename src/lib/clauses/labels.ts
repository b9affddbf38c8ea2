/** The order of clause letters in Vietnamese papers: no f, j, w, z; đ after d. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];
const ROMAN = [
	'',
	'I',
	'II',
	'III',
	'IV',
	'V',
	'VI',
	'VII',
	'VIII',
	'IX',
	'X',
	'XI',
	'XII',
	'XIII',
	'XIV',
	'XV',
	'XVI',
	'XVII',
	'XVIII',
	'XIX',
	'XX'
];

/** The label that follows among its siblings: II → III, I.5 → I.6, II.2.d → II.2.đ. */
export function following(label: string): string {
	const parts = label.split('.');
	const last = parts.pop() ?? '';
	return [...parts, next(last)].join('.');
}

/** The first label after `label` that nobody uses; without one, the first of all. */
export function freeLabel(after: string | undefined, taken: readonly string[]): string {
	let label = after === undefined ? 'I' : following(after);
	while (taken.includes(label)) label = following(label);
	return label;
}

function next(part: string): string {
	if (/^\d+$/.test(part)) return String(Number(part) + 1);
	const roman = ROMAN.indexOf(part);
	if (roman > 0) return ROMAN[roman + 1] ?? `${part}'`;
	const letter = LETTERS.indexOf(part);
	if (letter >= 0) return LETTERS[letter + 1] ?? `${part}a`;
	return `${part}'`;
}
