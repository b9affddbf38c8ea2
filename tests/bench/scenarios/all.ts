import type { Scenario } from '../types.ts';
import { cursors } from './cursors.ts';
import { edits } from './edits.ts';
import { events } from './events.ts';
import { hall } from './hall.ts';
import { idle } from './idle.ts';
import { intake } from './intake.ts';
import { join } from './join.ts';
import { many } from './many.ts';
import { search } from './search.ts';
import { start } from './start.ts';

export const SCENARIOS: Scenario[] = [edits, join, many, intake, events, idle, cursors, hall, start, search];
