import type { Wall } from '../vi/wall.ts';

export const wall = {
	present: (present, total) => `Present ${present}/${total}`,
	join: 'Scan to join',
	stale: 'Connection lost, showing what was last known'
} satisfies Wall;
