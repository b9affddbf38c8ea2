/** What stands in the text of the resolution, fetched with it. */
export { default as BesideClause } from './BesideClause.svelte';
export { default as DraftViews } from './DraftViews.svelte';
