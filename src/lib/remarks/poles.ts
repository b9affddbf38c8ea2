import { check, info, minus } from '../ui/icons.ts';
import type { Pole } from './contract.ts';

/** In the order in which people say them, each with its sign. */
export const POLES: readonly { readonly pole: Pole; readonly icon: string }[] = [
	{ pole: 'strength', icon: check },
	{ pole: 'limit', icon: minus },
	{ pole: 'suggestion', icon: info }
];
