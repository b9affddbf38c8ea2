import { ConfigError } from './config.ts';

/** What is printed of an error that ends the process: a line per problem, and the stack of a bug alone. */
export function linesOf(error: unknown): string[] {
	if (error instanceof ConfigError) return error.problems;
	if (!(error instanceof Error)) return [String(error)];
	if ('id' in error) return [error.message];
	return isFromSystem(error) ? [inWords(error)] : [error.stack ?? error.message];
}

/** A file, a folder or an address that the system does not give. */
function isFromSystem(error: Error): error is NodeJS.ErrnoException {
	return 'syscall' in error && 'code' in error;
}

function inWords(error: NodeJS.ErrnoException & { port?: number; address?: string }): string {
	const { code, port, address } = error;
	if (error.syscall === 'listen' && code === 'EADDRINUSE')
		return `Port ${port} is in use by another program: stop that one, or set PORT to another number.`;
	if (error.syscall === 'listen')
		return `Cannot listen on ${address}, port ${port} (${code}): set HOST and PORT.`;
	return `The system refuses: ${error.message}`;
}
