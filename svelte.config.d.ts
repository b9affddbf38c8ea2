import type { Config } from '@sveltejs/kit';
declare const config: Config;
export default config;
