import { begin } from '#lib/live/begin.ts';
import { loadRoomWords } from '#lib/live/room-words.ts';
import Observe from './Observe.svelte';

void begin(Observe, (locale) => loadRoomWords(locale, 'remarks'));
