import { begin } from '#lib/live/begin.ts';
import { loadRoomWords } from '#lib/live/room-words.ts';
import Desk from './Desk.svelte';

void begin(Desk, loadRoomWords);
