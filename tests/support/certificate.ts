/** A certificate of one's own for this machine, made without any program. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export interface Certificate {
	/** PEM. */
	readonly cert: string;
	readonly key: string;
}

const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALTERNATIVE_NAMES = oid(0x55, 0x1d, 0x11);
const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const DAY = 24 * 60 * 60 * 1000;

/** Good for `localhost` and 127.0.0.1, from yesterday until tomorrow. */
export function selfSigned(): Certificate {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const content = toBeSigned(publicKey);
	const signature = bits(sign('sha256', content, privateKey));
	return {
		cert: pem('CERTIFICATE', sequence(content, ECDSA_WITH_SHA256, signature)),
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
	};
}

/** RFC 5280, section 4.1. */
function toBeSigned(publicKey: KeyObject): Buffer {
	const version3 = der(0xa0, der(0x02, Buffer.of(2)));
	const serial = der(0x02, Buffer.of(1));
	const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('localhost')))));
	const validity = sequence(time(Date.now() - DAY), time(Date.now() + DAY));
	const key = publicKey.export({ type: 'spki', format: 'der' });
	const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.of(127, 0, 0, 1)));
	const extensions = der(0xa3, sequence(sequence(ALTERNATIVE_NAMES, der(0x04, names))));
	return sequence(version3, serial, ECDSA_WITH_SHA256, name, validity, name, key, extensions);
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
	return der(0x30, ...parts);
}

function oid(...bytes: readonly number[]): Buffer {
	return der(0x06, Buffer.of(...bytes));
}

function bits(content: Buffer): Buffer {
	return der(0x03, Buffer.of(0), content);
}

function time(at: number): Buffer {
	return der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]|\..*/g, '')}Z`));
}

function pem(label: string, content: Buffer): string {
	const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
