import data from '../domain/document-guides.json' with { type: 'json' };
import type { Guide } from './layout.ts';

const [newest, ...older] = data.guides;
if (!newest) throw new Error('document-guides.json names no guide');

/** The one in force first. */
export const GUIDES: readonly Guide[] = [newest, ...older];

export const DEFAULT_GUIDE: Guide = newest;

export function guideNamed(id: string): Guide | undefined {
	return GUIDES.find((guide) => guide.id === id);
}
