import { InvalidArgumentError } from 'commander';

export function number(least: number, most: number): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (!/^\d+$/.test(text) || value < least || value > most) {
			throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
		}
		return value;
	};
}

export function speed(text: string): number {
	const value = Number(text);
	if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('It is a number above 0.');
	return value;
}

/** The first line of standard input: a password given as an argument would stand in the list of processes. */
export async function firstLine(input: AsyncIterable<Buffer | string> = process.stdin): Promise<string> {
	let text = '';
	for await (const piece of input) {
		text += piece.toString();
		if (text.includes('\n')) break;
	}
	return text.split('\n')[0]?.replace(/\r$/, '') ?? '';
}
