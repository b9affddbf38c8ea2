/** `npm run -s cli -- …`: builds when nothing is built yet, then runs the command in this process. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../build/server/cli.js', import.meta.url);

if (!existsSync(entry)) {
	const built = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
		{ cwd: root, stdio: ['ignore', 2, 2] }
	);
	if (built.status !== 0) process.exit(built.status ?? 1);
}
const { main } = await import(entry.href);
await main(process.argv.slice(2));
