/** What stands beside the clauses for who writes: fetched with the resolution, and with its words. */
export { BesideClause, DraftViews } from '../amendments/in-text.ts';
export { default as ClauseActs } from '../clauses/ClauseActs.svelte';
export { default as RemarkHere } from '../comments/RemarkHere.svelte';
