import { unreachable } from '../kernel/decider.ts';
import { agendaPaper } from './agenda.ts';
import { committeePaper } from './committee.ts';
import { conclusionPaper } from './conclusion.ts';
import { debriefPaper } from './debrief.ts';
import { extractPaper } from './extract.ts';
import type { Paper, PaperKind } from './layout.ts';
import { minutesPaper } from './minutes.ts';
import { remarksPaper } from './remarks.ts';
import { resolutionPaper } from './resolution.ts';
import { rollPaper } from './roll.ts';
import { scorePaper } from './score.ts';
import type { Source } from './source.ts';

/** What every record has something for. */
type AlwaysThere = 'minutes' | 'resolution' | 'agenda' | 'roll';

/**
 * The paper as a list of blocks, its letters composed: in parts they would stand apart on paper.
 * @returns null where the record has nothing for it, or nothing that its reader may see
 */
export function paperOf(source: Source, kind: AlwaysThere): Paper;
export function paperOf(source: Source, kind: PaperKind): Paper | null;
export function paperOf(source: Source, kind: PaperKind): Paper | null {
	return JSON.parse(JSON.stringify(laidOut(source, kind)).normalize('NFC')) as Paper | null;
}

function laidOut(source: Source, kind: PaperKind): Paper | null {
	switch (kind) {
		case 'minutes':
			return minutesPaper(source);
		case 'resolution':
			return resolutionPaper(source);
		case 'conclusion':
			return conclusionPaper(source);
		case 'agenda':
			return agendaPaper(source);
		case 'roll':
			return rollPaper(source);
		case 'score':
			return scorePaper(source);
		case 'remarks':
			return remarksPaper(source);
		case 'debrief':
			return debriefPaper(source);
		case 'committee':
			return committeePaper(source);
		case 'extract':
			return extractPaper(source);
		default:
			return unreachable(kind);
	}
}
