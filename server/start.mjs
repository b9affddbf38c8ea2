/** `npm start`: builds when nothing is built yet, then runs the server in this process. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../build/server/main.js', import.meta.url);

if (!existsSync(entry)) {
	console.log('Đang dựng lần đầu (khoảng nửa phút) · building for the first time …');
	const built = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
		{ cwd: root, stdio: 'inherit' }
	);
	if (built.status !== 0) process.exit(built.status ?? 1);
}
const { start } = await import(entry.href);
await start({ demo: process.argv.includes('--demo') });
