import { svelte } from '@sveltejs/vite-plugin-svelte';
export default { root: import.meta.dirname, plugins: [svelte({ configFile: false })], server: { fs: { allow: ['../../..'] } }, cacheDir: '/tmp/look-cache' };
