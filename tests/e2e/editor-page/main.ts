import { mount } from 'svelte';
import { loadWords } from '../../../src/lib/i18n/words.ts';
import '../../../src/lib/ui/base.css';
import Page from './Page.svelte';

const target = document.getElementById('app');
if (target) mount(Page, { target, props: { words: await loadWords('vi') } });
