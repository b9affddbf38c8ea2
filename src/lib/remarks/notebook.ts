import type { PrivateNote } from './remarks.ts';

interface Page {
	readonly heading: string;
	/** The item that a note was written under; empty for none. */
	readonly title: (item: string | null) => string;
	readonly moment: (at: number) => string;
}

/** An observer's notes as a plain text file that every program opens, line ends as Windows has them. */
export function notebookText(notes: readonly PrivateNote[], { heading, title, moment }: Page): string {
	const pages = notes.map(({ at, item, text }) => {
		const under = title(item);
		return [`[${moment(at)}]${under && ` ${under}`}`, text].join('\n');
	});
	return `${[heading, ...pages].join('\n\n')}\n`.replaceAll('\n', '\r\n');
}
