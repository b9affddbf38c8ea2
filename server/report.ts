/**
 * One line of JSON per trouble, for whoever runs the server: ids and codes, never names, texts or tokens. A
 * database error's message quotes its parameters, so its code and cause stand for it.
 */
export function report(
	kind: string,
	error: unknown,
	fields: Readonly<Record<string, string | number | null>> = {}
): void {
	console.error(JSON.stringify({ kind, ...fields, ...(error !== null && { error: described(error) }) }));
}

function described(error: unknown): string {
	if (!(error instanceof Error)) return 'unknown';
	const source = error.cause instanceof Error ? error.cause : error;
	const code = 'code' in source ? ` ${String(source.code)}` : '';
	if ('query' in error) return `${error.name}${code}`;
	return `${error.name}${code}: ${error.message}\n${framesOf(error)}`;
}

function framesOf({ stack = '' }: Error): string {
	return stack
		.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 8)
		.join('\n');
}
