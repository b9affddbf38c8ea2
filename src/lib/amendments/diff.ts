/** What differs between two texts, word by word, for people to see. */
export interface Piece {
	readonly is: 'same' | 'added' | 'removed';
	readonly text: string;
}

/** Words, the white space between them and each mark of punctuation by itself. */
const TOKENS = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Above this many pairs the two texts share too little to be worth comparing word by word. */
const MOST_PAIRS = 4_000_000;

/** The pieces without the removed ones are `after`, without the added ones `before`. */
export function diff(before: string, after: string): Piece[] {
	const a = before.match(TOKENS) ?? [];
	const b = after.match(TOKENS) ?? [];
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
	let tail = 0;
	while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
		tail += 1;
	const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
	return joined([
		{ is: 'same', text: a.slice(0, head).join('') },
		...middle,
		{ is: 'same', text: a.slice(a.length - tail).join('') }
	]);
}

function between(a: readonly string[], b: readonly string[]): Piece[] {
	const whole: Piece[] = [
		{ is: 'removed', text: a.join('') },
		{ is: 'added', text: b.join('') }
	];
	if (a.length * b.length > MOST_PAIRS) return whole;
	const common = longestCommon(a, b);
	const pieces: Piece[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			pieces.push({ is: 'same', text: a[i] ?? '' });
			i += 1;
			j += 1;
		} else if (common(i + 1, j) >= common(i, j + 1)) pieces.push({ is: 'removed', text: a[i++] ?? '' });
		else pieces.push({ is: 'added', text: b[j++] ?? '' });
	}
	return [
		...pieces,
		{ is: 'removed', text: a.slice(i).join('') },
		{ is: 'added', text: b.slice(j).join('') }
	];
}

/** The length of the longest common subsequence of `a` from i and `b` from j. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
	const width = b.length + 1;
	const table = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number) => table[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	return at;
}

/** Neighbours of one kind become one; a space alone between two changes belongs to both, as a reader sees it. */
function joined(pieces: readonly Piece[]): Piece[] {
	const found: Piece[] = [];
	let removed = '';
	let added = '';
	const flush = () => {
		if (removed !== '') found.push({ is: 'removed', text: removed });
		if (added !== '') found.push({ is: 'added', text: added });
		removed = added = '';
	};
	const some = pieces.filter(({ text }) => text !== '');
	some.forEach((piece, index) => {
		if (piece.is === 'removed') removed += piece.text;
		else if (piece.is === 'added') added += piece.text;
		else if (isLink(piece, some, index) && removed !== '' && added !== '') {
			removed += piece.text;
			added += piece.text;
		} else {
			flush();
			const last = found.at(-1);
			if (last?.is === 'same') found[found.length - 1] = { is: 'same', text: last.text + piece.text };
			else found.push(piece);
		}
	});
	flush();
	return found;
}

function isLink({ text }: Piece, pieces: readonly Piece[], index: number): boolean {
	return text.trim() === '' && (pieces[index + 1]?.is ?? 'same') !== 'same';
}
