import { current } from '#lib/vote/vote.ts';
import { isInRoom } from '#lib/rollcall/presence.ts';
import { members } from '#lib/people/roster.ts';
import { atDesk, headOf } from '../../../../../../../server/pages/sheets.ts';
import type { PageServerLoad } from './$types';

const MOST = 400;

/** As many papers as official members are in the room, about the question that is put, unless the desk says otherwise. */
export const load: PageServerLoad = async (event) => {
	const room = await atDesk(event);
	const { people, rollcall, setup, votes } = room.meeting;
	const here = members(people).filter(
		({ id, partyStatus }) =>
			partyStatus === 'official' && isInRoom({ rollcall, onlineCounts: setup.onlineCounts }, id)
	);
	const { searchParams } = event.url;
	const asked = Math.trunc(Number(searchParams.get('n') ?? ''));
	const count = Math.min(MOST, asked > 0 ? asked : Math.max(1, here.length));
	const question = (searchParams.get('question') ?? current(votes)?.title ?? '').slice(0, 300);
	return { head: headOf(room), count, question };
};
