import { begin } from '../live/begin.ts';
import Phone from './Phone.svelte';
import { loadPhoneWords } from './words.ts';

void begin(Phone, loadPhoneWords);
