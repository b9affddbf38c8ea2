import { PERMITS } from '../people/may.ts';
import { decide } from './decide.ts';
import type { Rules } from './facts.ts';

/** All of them. */
export const rules: Rules = { decide, permits: PERMITS };
