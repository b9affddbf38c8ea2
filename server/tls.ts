import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ConfigError, type Config } from './config.ts';

/** What a server needs to speak https. */
export interface Tls {
	readonly cert: Buffer;
	readonly key: Buffer;
}

/** @throws {ConfigError} for a file that cannot be read or is no certificate, and for a key of another one */
export function loadTls(files: NonNullable<Config['tls']>): Tls {
	const cert = read('TLS_CERT', files.cert);
	const key = read('TLS_KEY', files.key);
	check(() => createSecureContext({ cert }), `TLS_CERT: ${files.cert} holds no certificate in PEM form`);
	check(() => createSecureContext({ key }), `TLS_KEY: ${files.key} holds no private key in PEM form`);
	check(
		() => createSecureContext({ cert, key }),
		`TLS_KEY: ${files.key} is not the key of the certificate in ${files.cert}`
	);
	return { cert, key };
}

function read(name: string, path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		const { code = 'unknown' } = error as NodeJS.ErrnoException;
		throw new ConfigError([`${name}: ${path} cannot be read (${code})`]);
	}
}

function check(attempt: () => unknown, problem: string): void {
	try {
		attempt();
	} catch {
		// OpenSSL's own words name neither the file nor the variable.
		throw new ConfigError([problem]);
	}
}
