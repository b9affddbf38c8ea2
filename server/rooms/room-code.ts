import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MeetingId } from '../../src/lib/kernel/decider.ts';

/** How long one code stands on the screen; the one before it is still good, so nobody is caught by the change. */
const WINDOW_MS = 5 * 60_000;

/** What the QR on the room's screen says: it proves that who scans it sees the screen (RC3). */
export interface RoomCodes {
	now(meeting: MeetingId): string;
	isCurrent(meeting: MeetingId, code: string): boolean;
	/** What the link for guests from afar says: it proves nothing but that somebody sent it, and opens the lobby alone. */
	invitation(meeting: MeetingId): string;
	isInvitation(meeting: MeetingId, code: string): boolean;
}

export function roomCodes(secret: string, clock: () => number): RoomCodes {
	const code = (meeting: MeetingId, window: number | 'guests') =>
		createHmac('sha256', secret).update(`room ${meeting} ${window}`).digest('base64url').slice(0, 22);
	const invitation = (meeting: MeetingId) => code(meeting, 'guests');
	const window = () => Math.floor(clock() / WINDOW_MS);
	return {
		now: (meeting) => code(meeting, window()),
		isCurrent: (meeting, given) => [window(), window() - 1].some((w) => same(code(meeting, w), given)),
		invitation,
		isInvitation: (meeting, given) => same(invitation(meeting), given)
	};
}

function same(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
