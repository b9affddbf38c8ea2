import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import config from './svelte.config.js';
import { sveltekitFromFile } from './server/vite-kit-config.ts';
import { realtimeDev } from './server/vite-realtime-dev.ts';
import { liveEntries } from './server/vite-live-entries.ts';
import { preloads } from './server/vite-preloads.ts';
import { sharedChunks } from './server/vite-shared-chunks.ts';
import { unusedParts } from './server/vite-unused-parts.ts';
import { verifyPage } from './server/vite-verify-page.ts';
import { wholeStyles } from './server/vite-whole-styles.ts';

export default defineConfig({
	plugins: [
		sveltekitFromFile(config),
		realtimeDev(),
		liveEntries(),
		sharedChunks(),
		unusedParts(),
		preloads(),
		wholeStyles(),
		verifyPage()
	],
	// One module graph for pages and sockets: the server's entry is one more input of Kit's own build.
	environments: {
		ssr: {
			build: {
				rolldownOptions: {
					input: {
						main: 'server/main.ts',
						cli: 'server/cli/main.ts',
						'play-server': 'server/cli/play-server.ts',
						'official-worker': 'server/official/worker.ts'
					}
				}
			}
		}
	},
	test: {
		// Two even on two cores: what starts servers waits for most of its time.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				extends: true,
				test: {
					name: 'server',
					environment: 'node',
					include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts', 'tests/e2e/**', 'node_modules/**'],
					globalSetup: ['tests/postgres.setup.ts'],
					// Waits for what must come, not for how soon: other people's machines are busy.
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: { name: 'runes', environment: 'happy-dom', include: ['src/**/*.svelte.test.ts'] }
			}
		]
	}
});
