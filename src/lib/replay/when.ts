import { date, dateTime, timeToSecond } from '../i18n/format.ts';
import type { Instant } from '../kernel/decider.ts';

/** When something was written: the time of the evening, with its date where it was another day than the meeting's (RP5). */
export function whenWritten(at: Instant, meetingFrom: Instant): string {
	return date(at) === date(meetingFrom) ? timeToSecond(at) : dateTime(at);
}
