import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{27}$/;

/** 160 random bits, 27 characters. */
export function newToken(): string {
	return randomBytes(20).toString('base64url');
}

export function isToken(text: string): boolean {
	return FORM.test(text);
}

/** What the database keeps instead of a token. */
export function hashed(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
