import type { Server } from 'node:http';
import { createApp, useApp } from './app.ts';
import { appSecret, readConfig } from './config.ts';
import { keysIn } from './seals/keys.ts';
import { openDatabase, type OpenDatabase } from './db/open.ts';

/** Outlives a reload, so that the database is opened once however often the code changes. */
const held = globalThis as { hoiTruongDatabase?: Promise<OpenDatabase> };

/** Puts the app onto Vite's server; called by the plugin, again after each change. */
export async function mount(http: Server, port: number): Promise<{ dispose(): Promise<void> }> {
	const config = readConfig({ ...process.env, PORT: String(port) });
	const database = await (held.hoiTruongDatabase ??= openDatabase(config, console.error));
	const before = new Set(http.listeners('upgrade'));
	const app = createApp({
		...database,
		clock: Date.now,
		secret: await appSecret(config),
		sealKey: keysIn(config.sealKey),
		origins: config.origins,
		secure: false,
		dataDir: config.dataDir
	});
	app.attach(http);
	useApp(app);
	return {
		async dispose() {
			for (const listener of http.listeners('upgrade')) {
				if (!before.has(listener)) http.off('upgrade', listener as (...args: unknown[]) => void);
			}
			await app.close();
		}
	};
}
