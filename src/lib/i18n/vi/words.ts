import { adoption } from './adoption.ts';
import { amendments } from './amendments.ts';
import { archive } from './archive.ts';
import { ballot } from './ballot.ts';
import { cells } from './cells.ts';
import { closed } from './closed.ts';
import { common } from './common.ts';
import { content } from './content.ts';
import { chair } from './chair.ts';
import { debrief } from './debrief.ts';
import { desk } from './desk.ts';
import { editor } from './editor.ts';
import { floor } from './floor.ts';
import { forms } from './forms.ts';
import { hall } from './hall.ts';
import { handbook } from './handbook.ts';
import { join } from './join.ts';
import { meetings } from './meetings.ts';
import { nextMeeting } from './next-meeting.ts';
import { numbers } from './numbers.ts';
import { official } from './official.ts';
import { panels } from './panels.ts';
import { phone } from './phone.ts';
import { publication } from './publication.ts';
import { record } from './record.ts';
import { refusals } from './refusals.ts';
import { remarks } from './remarks.ts';
import { replay } from './replay.ts';
import { room } from './room.ts';
import { scoring } from './scoring.ts';
import { seal } from './seal.ts';
import { signin } from './signin.ts';
import { taker } from './taker.ts';
import { tasks } from './tasks.ts';
import { terms } from './terms.ts';
import { vote } from './vote.ts';
import { voices } from './voices.ts';
import { wall } from './wall.ts';

export const words = {
	adoption,
	amendments,
	archive,
	common,
	terms,
	forms,
	seal,
	signin,
	cells,
	closed,
	debrief,
	desk,
	meetings,
	nextMeeting,
	numbers,
	room,
	taker,
	tasks,
	remarks,
	chair,
	floor,
	official,
	panels,
	phone,
	publication,
	vote,
	ballot,
	wall,
	hall,
	handbook,
	content,
	join,
	record,
	editor,
	refusals,
	replay,
	scoring,
	voices
};
