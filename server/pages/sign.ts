/** Signing the adopted minutes: whoever signs confirms their sign-in again (AD10). */
import { eq } from 'drizzle-orm';
import type { Refusal } from '../../src/lib/meeting/contract.ts';
import { refusalToSign } from '../../src/lib/meeting/signing.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { meetings } from '../db/tables.ts';
import type { LiveRoom } from '../rooms/live-room.ts';

/** What the signer types: the account's password, the digits on the wall, or nothing any more. */
export type Asked = 'password' | 'code' | 'desk';

export interface Signer {
	readonly room: LiveRoom;
	readonly person: string;
	readonly principal: Principal;
	readonly address: string;
}

export type Outcome =
	| { readonly ok: true }
	| { readonly ok: false; readonly code: Refusal | 'wrong' | 'too-many' | 'unavailable' };

/** The wall shows its digits until the end. */
export function askedOf({ kind }: Pick<Principal, 'kind'>, { meeting }: Pick<LiveRoom, 'meeting'>): Asked {
	if (kind === 'staff') return 'password';
	return meeting.phase === 'ended' ? 'desk' : 'code';
}

/** @param secret  what was typed; kept nowhere */
export async function sign(app: App, signer: Signer, secret: string): Promise<Outcome> {
	const { room, person, principal } = signer;
	const refused = refusalToSign(room.meeting, person);
	if (refused) return { ok: false, code: refused };
	const asked = askedOf(principal, room);
	if (asked === 'desk') return { ok: false, code: 'wrong' };
	const confirmed = await (asked === 'password'
		? app.auth.confirm(principal.account, secret, signer.address)
		: codeOf(app, signer, secret));
	if (!confirmed.ok) return { ok: false, code: confirmed.code === 'wrong' ? 'wrong' : 'too-many' };
	const answer = await room.sign(person, principal.account, asked);
	return answer.ok ? { ok: true } : { ok: false, code: 'unavailable' };
}

function codeOf(app: App, { room, principal, address }: Signer, typed: string) {
	const digits = typed.replaceAll(/\D/g, '');
	return app.joinCodes.attempt(principal.account, address, async () => {
		const [row] = await app.db
			.select({ joinCode: meetings.joinCode })
			.from(meetings)
			.where(eq(meetings.id, room.id));
		return row && row.joinCode === digits ? true : null;
	});
}
