/** What a reason code says; the code itself where this page does not know it, nothing where it may not be read. */
export function reasonWords(words: Readonly<Record<string, string>>, code: string): string {
	return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
