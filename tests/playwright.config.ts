import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

const chromium =
	process.env.CHROMIUM_PATH ??
	['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results',
	timeout: 120_000,
	expect: { timeout: 15_000 },
	// Each has a product of its own; one alone leaves a core of two idle for much of its time.
	workers: 2,
	reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
	use: {
		browserName: 'chromium',
		locale: 'vi-VN',
		launchOptions: {
			executablePath: chromium,
			args: [
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
