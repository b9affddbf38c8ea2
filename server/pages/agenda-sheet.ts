/** The agenda as a paper while there is no record yet: what the room and its text of the agenda say now. */
import { DEFAULT_GUIDE } from '../../src/lib/official/guides.ts';
import type { Paper } from '../../src/lib/official/layout.ts';
import { paperOf } from '../../src/lib/official/papers.ts';
import { recordOf, type RecordedDocument } from '../../src/lib/records/record.ts';
import { app } from '../app.ts';
import type { LiveRoom } from '../rooms/live-room.ts';

const NO_WORDS: RecordedDocument = { seq: 0, sha256: '', blocks: [], state: '' };
const NO_TEXTS = { clause: () => '', note: () => '', whenPut: () => null, sha256: () => '' };

export async function agendaNow(room: LiveRoom): Promise<Paper> {
	const { meeting } = room;
	const titles = await app().documents.open(room.id, 'agenda');
	const open = { agenda: NO_WORDS, minutes: NO_WORDS, resolution: NO_WORDS };
	const texts = { open, closed: [], adopted: null };
	const record = recordOf(meeting, room.since(0), texts, (item) => titles?.text(item) ?? '', NO_TEXTS);
	return paperOf(
		{
			record,
			meeting,
			guide: DEFAULT_GUIDE,
			onBehalfOf: 'cell',
			numbers: meeting.numbers,
			item: null,
			reader: null,
			whole: false,
			remarks: [],
			debrief: null,
			seal: null
		},
		'agenda'
	);
}
