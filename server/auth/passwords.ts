import { hash, verify } from '@node-rs/argon2';
import { gate } from './gate.ts';
import { UnfitPassword } from './port.ts';

/** Argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and most of a core for its time. */
const AT_ONCE = 2;
const WAITING = 100;
const LENGTH = { min: 8, max: 1_024 };

export interface Passwords {
	/** @throws {UnfitPassword} under 8 or over 1,024 characters */
	hash(password: string): Promise<string>;
	/**
	 * Takes as long where there is no account to compare with.
	 * @throws {Busy}
	 */
	matches(stored: string | null, password: string): Promise<boolean>;
}

export function createPasswords(): Passwords {
	const enter = gate(AT_ONCE, WAITING);
	let nobodys: Promise<string> | null = null;
	return {
		async hash(password) {
			const normal = password.normalize('NFC');
			const length = [...normal].length;
			if (length < LENGTH.min || length > LENGTH.max) throw new UnfitPassword();
			return enter(() => hash(normal, COST));
		},
		async matches(stored, password) {
			nobodys ??= hash('nobody', COST);
			const compared = stored ?? (await nobodys);
			const isSame = await enter(() => verify(compared, password.normalize('NFC')));
			return isSame && stored !== null;
		}
	};
}
