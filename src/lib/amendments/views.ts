/** How the resolution is looked at: as it stands, with what is pending, or as it would become. */
export const VIEWS = ['now', 'changes', 'final'] as const;
export type View = (typeof VIEWS)[number];
