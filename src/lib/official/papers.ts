import { unreachable } from '../kernel/decider.ts';
import type { Paper, PaperKind } from './layout.ts';
import { minutesPaper } from './minutes.ts';
import { resolutionPaper } from './resolution.ts';
import type { Source } from './source.ts';

/** The paper as a list of blocks, its letters composed: in parts they would stand apart on paper. */
export function paperOf(source: Source, kind: PaperKind): Paper {
	return JSON.parse(JSON.stringify(laidOut(source, kind)).normalize('NFC')) as Paper;
}

function laidOut(source: Source, kind: PaperKind): Paper {
	switch (kind) {
		case 'minutes':
			return minutesPaper(source);
		case 'resolution':
			return resolutionPaper(source);
		default:
			return unreachable(kind);
	}
}
