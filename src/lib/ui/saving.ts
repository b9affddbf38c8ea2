/** What may be said of somebody's own words. `at` is when the last of them was committed; null before any was. */
export type Saving = { state: 'saved'; at: number | null } | { state: 'saving' } | { state: 'kept' };
