import { dev } from '$app/env';
import { LIVE_PAGES, type LivePage } from '../vite-live-entries.ts';

/** Where the script of a live page is fetched from. */
export const liveScript = (page: LivePage): string => (dev ? `/${LIVE_PAGES[page]}` : `/_app/${page}.js`);
