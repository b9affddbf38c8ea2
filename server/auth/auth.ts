import { lte } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { sessions as sessionRows } from '../db/tables.ts';
import { createDevices } from './devices.ts';
import { createLinks } from './links.ts';
import { notices } from './notices.ts';
import { createPairings } from './pairings.ts';
import type { Auth } from './port.ts';
import { createSessions } from './sessions.ts';
import { createStaff } from './staff.ts';

export type { Auth, Cookie, Device, Kind, Principal, SignIn } from './port.ts';

export interface AuthDeps {
	readonly db: Database;
	/** Whether browsers come by https. */
	readonly secure: boolean;
	/** The machine's clock, not the meeting's. */
	readonly now?: () => number;
}

const SESSION = /^[0-9a-f]{64}$/;

export function createAuth({ db, secure, now = Date.now }: AuthDeps): Auth {
	const ended = notices<string>();
	const changed = notices<string>();
	const sessions = createSessions({ db, secure, now, ended: ended.tell });
	const devices = createDevices({ db, sessions, now, changed: changed.tell });
	const pairings = createPairings({ db, sessions, now, changed: changed.tell });
	const end = async (session: string) => {
		if (SESSION.test(session)) await sessions.endOne(session);
	};

	return {
		...createStaff({ db, sessions, now }),
		...createLinks({ db, devices, now }),
		principal: (cookieHeader, reach = 'socket') => sessions.principal(cookieHeader, reach),
		signOut: end,
		revokeSession: end,
		blankCookie: sessions.blankCookie,
		newDevice: devices.newDevice,
		newWall: devices.newWall,
		issueSession: devices.issueSession,
		bind: devices.bind,
		release: devices.release,
		unbind: devices.unbind,
		devicesOf: devices.devicesOf,
		renewTokens: sessions.renewTokens,
		newPairing: pairings.newPairing,
		pair: pairings.pair,
		onEnded: ended.listen,
		onChanged: changed.listen,
		async sweep() {
			await sessions.end(lte(sessionRows.expiresAt, new Date(now())));
			await pairings.sweepPairings();
			await devices.sweepAccounts();
		}
	};
}
