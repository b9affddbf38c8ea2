/**
 * How somebody without a name gets as far as the list of names. Whoever scanned the screen or typed its code
 * holds, for a few minutes, what the screen showed; nobody else sees who belongs to the meeting.
 */
import type { Cookies } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { personOf, type Entry } from '../../src/lib/lobby/lobby.ts';
import type { App } from '../app.ts';
import type { Principal } from '../auth/auth.ts';
import { meetings } from '../db/tables.ts';
import type { LiveRoom } from '../rooms/live-room.ts';
import { personIn } from '../rooms/sender.ts';
import { senderOf } from './room-data.ts';

const COOKIE = 'door';
const LIFE_SECONDS = 600;
const LAST_MEETING_SECONDS = 86_400 * 30;

/** Only a scan proves that somebody sees the screen: a typed code may have come by telephone, an invitation by mail. */
export type Way = 'scanned' | 'typed' | 'invited';

interface Door {
	readonly meeting: string;
	readonly code: string;
	readonly way: Way;
}

export function openDoor(app: App, cookies: Cookies, meeting: string, way: Way): void {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: app.secure } as const;
	const code = way === 'invited' ? app.codes.invitation(meeting) : app.codes.now(meeting);
	cookies.set(COOKIE, `${way}.${meeting}.${code}`, { ...options, maxAge: LIFE_SECONDS });
	cookies.set('meeting', meeting, { ...options, maxAge: LAST_MEETING_SECONDS });
}

export function hasDoor(app: App, cookies: Cookies, meeting: string): boolean {
	return wayIn(app, cookies, meeting) !== null;
}

/** How somebody came to this meeting's door; null where it is not open to them. */
export function wayIn(app: App, cookies: Cookies, meeting: string): Way | null {
	const door = doorIn(cookies);
	if (door?.meeting !== meeting) return null;
	const isGood =
		door.way === 'invited'
			? app.codes.isInvitation(meeting, door.code)
			: app.codes.isCurrent(meeting, door.code);
	return isGood ? door.way : null;
}

/** What a check-in by QR needs, for who scanned the screen a moment ago. */
export function scannedCode(app: App, cookies: Cookies, meeting: string): string | null {
	const door = doorIn(cookies);
	return door?.way === 'scanned' && hasDoor(app, cookies, meeting) ? door.code : null;
}

function doorIn(cookies: Cookies): Door | null {
	const [way, meeting = '', code = ''] = (cookies.get(COOKIE) ?? '').split('.');
	return way === 'scanned' || way === 'typed' || way === 'invited' ? { way, meeting, code } : null;
}

/** The open meeting that the 8 digits on its screen lead to. */
export async function meetingOfCode(app: App, digits: string): Promise<LiveRoom | null> {
	const [row] = await app.db.select({ id: meetings.id }).from(meetings).where(eq(meetings.joinCode, digits));
	const room = row ? await app.rooms.get(row.id) : null;
	return room && room.meeting.phase !== 'ended' ? room : null;
}

/** Where a device stands before the meeting. */
export type Standing =
	| { readonly state: 'inside' }
	| { readonly state: 'outside' }
	| { readonly state: 'waiting' | 'refused' | 'revoked'; readonly name: string };

export function standing(meeting: Meeting, principal: Principal | null): Standing {
	if (!principal) return { state: 'outside' };
	if (personIn(meeting, senderOf(principal)) !== null) return { state: 'inside' };
	const entry = meeting.lobby.findLast(({ device }) => device === principal.account);
	const state = entry?.state;
	if (!entry || (state !== 'waiting' && state !== 'refused' && state !== 'revoked'))
		return { state: 'outside' };
	return { state, name: nameOf(meeting, entry) };
}

function nameOf(meeting: Meeting, entry: Entry): string {
	return entry.wants === 'name' ? (meeting.people[entry.member]?.name ?? '') : entry.guest.name;
}

/** Whose name another device holds already (LO2). */
export function takenNames(meeting: Meeting, device: string | null): Set<string> {
	const holders = meeting.lobby.filter(
		({ state, device: other }) => state === 'confirmed' && other !== device
	);
	return new Set(
		holders.map(({ device: other }) => personOf(meeting.lobby, other)).filter((id) => id !== null)
	);
}
