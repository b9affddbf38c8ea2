import { begin } from '#lib/live/begin.ts';
import { loadRoomWords } from '#lib/live/room-words.ts';
import Write from './Write.svelte';

void begin(Write, loadRoomWords);
