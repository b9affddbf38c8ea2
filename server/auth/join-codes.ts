import { limiter, type Limit } from './limits.ts';

const MINUTE = 60_000;
const PER_DEVICE: Limit = { tries: 10, milliseconds: 10 * MINUTE, wait: () => 10 * MINUTE };
const IN_ALL: Limit = { tries: 20, milliseconds: MINUTE, wait: () => 10 * MINUTE };
const EVERYBODY = '';

export type JoinTry<Found> =
	| { readonly ok: true; readonly found: Found }
	| { readonly ok: false; readonly code: 'wrong' }
	| { readonly ok: false; readonly code: 'too-many' | 'codes-off'; readonly retryAfterSeconds: number };

/** Guards the typed joining codes; the QR carries a longer one and is not guarded by this. */
export interface JoinCodes {
	/**
	 * @param device  the account of the device: one address may be a whole hall
	 * @param find    what the code opens, null for a wrong one; not asked where too many were wrong
	 */
	attempt<Found>(
		device: string,
		address: string,
		find: () => Found | null | Promise<Found | null>
	): Promise<JoinTry<Found>>;
	/** Somebody is guessing: for ten minutes the wall shows the QR alone. */
	areOff(): boolean;
}

export function createJoinCodes(now: () => number = Date.now): JoinCodes {
	const ofDevice = limiter(PER_DEVICE, now);
	const inAll = limiter(IN_ALL, now);

	return {
		async attempt(device, address, find) {
			const off = inAll.waiting(EVERYBODY);
			if (off > 0) return refused('codes-off', off);
			const key = JSON.stringify([device, address]);
			const wait = ofDevice.take(key);
			if (wait > 0) return refused('too-many', wait);
			const found = await answered(find, () => ofDevice.giveBack(key));
			if (found === null) {
				inAll.take(EVERYBODY);
				return { ok: false, code: 'wrong' };
			}
			ofDevice.giveBack(key);
			return { ok: true, found };
		},
		areOff: () => inAll.waiting(EVERYBODY) > 0
	};
}

function refused(code: 'too-many' | 'codes-off', milliseconds: number) {
	return { ok: false, code, retryAfterSeconds: Math.ceil(milliseconds / 1_000) } as const;
}

/** Where nobody could say whether the code was right, it was not wrong. */
async function answered<Found>(find: () => Found | Promise<Found>, otherwise: () => void): Promise<Found> {
	try {
		return await find();
	} catch (error) {
		otherwise();
		throw error;
	}
}
