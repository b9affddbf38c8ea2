import { mount } from 'svelte';
import { loadWords } from '../../../src/lib/i18n/words.ts';
import Look from './Look.svelte';
import '../../../src/lib/ui/base.css';
const q = new URLSearchParams(location.search);
document.documentElement.dataset.text = q.get('text') ?? '1';
mount(Look, { target: document.querySelector('#app')!, props: { words: await loadWords((q.get('l') as 'vi') ?? 'vi'), dialog: q.has('dialog') } });
