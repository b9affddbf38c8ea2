import { loadDebriefWords } from '#lib/debrief/words.ts';
import { begin } from '#lib/live/begin.ts';
import Debrief from './Debrief.svelte';

void begin(Debrief, loadDebriefWords);
