import type { PersonId } from '../kernel/decider.ts';

export interface Piece {
	readonly id: string;
	readonly text: string;
	/** What it means for this cell; null until somebody writes it (NE2). */
	readonly link: string | null;
	readonly by: PersonId;
	/** Observers who find it not relevant here; empty for who may not know (NE4). */
	readonly notRelevantTo: readonly PersonId[];
}

export type News = readonly Piece[];

/** NE1: how many pieces a meeting takes. */
export const MOST = 5;

/** Pieces that say nothing of this cell yet (NE2). */
export function unlinked(news: News): News {
	return news.filter(({ link }) => link === null);
}
