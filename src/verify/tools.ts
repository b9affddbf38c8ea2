/**
 * Hashes and signatures of the page's own. The browser's WebCrypto is there on https alone, and knows Ed25519 only
 * where it is new; a page that may be opened from a stick in thirty years cannot wait for that.
 */
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesOf, type Tools } from '../lib/seal/chain.ts';

hashes.sha512 = sha512;

export const tools: Tools = {
	sha256: (bytes) => Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''),
	verify(publicKey, message, signature) {
		const [key, bytes] = [bytesOf(publicKey), bytesOf(signature)];
		if (key?.length !== 32 || bytes?.length !== 64) return false;
		try {
			return verify(bytes, message, key, { zip215: false });
		} catch {
			// 32 bytes that are no point of the curve are no key.
			return false;
		}
	}
};
