import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event, Level, PaperFile } from './contract.ts';

export interface Paper {
	readonly id: string;
	/** Empty to who may not open it. */
	readonly title: string;
	readonly restricted: boolean;
	readonly pages: number | null;
	readonly level: Level | null;
	readonly by: PersonId;
	readonly at: Instant;
	/** Null while only its title is known; the text is then where the cell keeps its papers. */
	readonly file: PaperFile | null;
	/** When each first opened it (PA3). */
	readonly openedAt: Readonly<Record<PersonId, Instant>>;
}

export type Papers = readonly Paper[];

export const initial: Papers = [];

/** PA2 */
export function isFor({ restricted }: Pick<Paper, 'restricted'>, isObserver: boolean): boolean {
	return !restricted || !isObserver;
}

export function find(papers: Papers, id: string): Paper | undefined {
	return papers.find((paper) => paper.id === id);
}

export function evolve(papers: Papers, event: Logged<Event>): Papers {
	switch (event.type) {
		case 'paper.published': {
			const { paper: id, title, restricted, pages = null, level = null, by, at } = event;
			return [...papers, { id, title, restricted, pages, level, by, at, file: null, openedAt: {} }];
		}
		case 'paper.attached':
			return changed(papers, event.paper, () => ({ file: event.file }));
		case 'paper.opened':
			return changed(papers, event.paper, ({ openedAt }) => ({
				openedAt: { [event.person]: event.at, ...openedAt }
			}));
		default:
			return unreachable(event);
	}
}

function changed(papers: Papers, id: string, change: (paper: Paper) => Partial<Paper>): Papers {
	return papers.map((paper) => (paper.id === id ? { ...paper, ...change(paper) } : paper));
}
