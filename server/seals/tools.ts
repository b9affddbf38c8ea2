import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { bytesOf, type Tools } from '../../src/lib/seal/chain.ts';

/** Hashes and signatures by Node. */
export const tools: Tools = {
	sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
	verify(publicKey, message, signature) {
		const key = keyOf(publicKey);
		const bytes = bytesOf(signature);
		return key !== null && bytes?.length === 64 && verify(null, message, key, bytes);
	}
};

function keyOf(publicKey: string): KeyObject | null {
	if (bytesOf(publicKey)?.length !== 32) return null;
	try {
		return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
	} catch {
		// 32 bytes that are no point of the curve are no key.
		return null;
	}
}
