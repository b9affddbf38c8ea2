/**
 * The key that seals. It lies in a file of its own in the data folder, not in the database, whose keeper must not
 * be able to seal anew what they changed; and it does not hang on APP_SECRET, which is changed when it leaks,
 * while a seal is to be checked in thirty years.
 */
import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keyId } from '../../src/lib/seal/chain.ts';
import { ConfigError } from '../config.ts';
import { ifAbsent, keptOnce } from '../kept-file.ts';
import { tools } from './tools.ts';

export interface SealKey {
	readonly id: string;
	/** 32 bytes, base64url. */
	readonly publicKey: string;
	/** Base64url. */
	sign(message: Uint8Array): string;
}

export interface SealKeys {
	/** The key in force, made when the first record is sealed. */
	current(): Promise<SealKey>;
	/** Null where none was made yet. */
	found(): Promise<SealKey | null>;
}

export function newPrivateKey(): string {
	return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** @throws {ConfigError} if the file holds no such key */
export function keysIn(file: string): SealKeys {
	return {
		current: async () => keyOf(await keptOnce(file, newPrivateKey), file),
		found: () => keyInFile(file)
	};
}

/** Null where none was made yet. @throws {ConfigError} if the file holds no such key */
export async function keyInFile(file: string): Promise<SealKey | null> {
	const text = await readFile(file, 'utf8').catch(ifAbsent);
	return text === null ? null : keyOf(text, file);
}

/** @param file  where it was found, for whoever must mend it */
export function keyOf(pem: string, file: string): SealKey {
	const key = privateKeyIn(pem);
	const publicKey = key?.export({ format: 'jwk' }).x;
	if (!key || !publicKey) {
		throw new ConfigError([
			`${file} is no Ed25519 key: put it back from a backup; without it, move it away and records are sealed with a new one`
		]);
	}
	return {
		id: keyId(publicKey, tools),
		publicKey,
		sign: (message) => sign(null, message, key).toString('base64url')
	};
}

function privateKeyIn(pem: string): KeyObject | null {
	try {
		const key = createPrivateKey(pem);
		return key.asymmetricKeyType === 'ed25519' ? key : null;
	} catch {
		return null;
	}
}
