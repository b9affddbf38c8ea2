import { createHash } from 'node:crypto';
import type { Played } from './meeting.ts';
import { figures, type Figures } from '../../src/lib/records/figures.ts';
import type { PaperTexts } from '../../src/lib/records/paper-figures.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const NO_TEXTS: PaperTexts = { clause: () => '', note: () => '', whenPut: () => null, sha256 };

export function figuresOf({ meeting, events }: Played, texts: Partial<PaperTexts> = {}): Figures {
	return figures(meeting, events, { ...NO_TEXTS, ...texts });
}
