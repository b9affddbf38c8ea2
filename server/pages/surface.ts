import type { Meeting } from '../../src/lib/meeting/state.ts';
import { house } from '../../src/lib/meeting/state.ts';
import { isRecorder } from '../../src/lib/people/may.ts';
import type { Viewer } from '../../src/lib/meeting/shown.ts';

export type Surface = 'desk' | 'observe' | 'phone' | 'wall';

/** The page that is made for whoever looks: the desk's own, an observer's, a member's; a screen of the hall has no person. */
export function surfaceOf(meeting: Meeting, { person }: Viewer): Surface {
	if (person === null) return 'wall';
	if (isRecorder(house(meeting), person)) return 'desk';
	return meeting.people[person]?.kind === 'observer' ? 'observe' : 'phone';
}
