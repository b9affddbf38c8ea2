import type { Plugin, ViteDevServer } from 'vite';

/** The part of `server/dev.ts` that this plugin calls. */
interface Mounted {
	dispose(): Promise<void>;
}

/**
 * Attaches Socket.IO and the documents' WebSocket to Vite's own server, so development has one port too.
 * Kit's server environment has no hot reload: when a file that the server uses changes, the app is closed,
 * its modules are forgotten, and it is mounted again.
 */
export function realtimeDev(): Plugin {
	return {
		name: 'hoi-truong-realtime',
		apply: 'serve',
		async configureServer(server) {
			if (process.env.VITEST || !server.httpServer) return;
			let mounted: Promise<Mounted> = mount(server);
			mounted.catch((error) => fail(server, error));
			server.watcher.on('change', (file) => {
				if (!/\/(server|src\/lib)\/[^.]*\.ts$/.test(file)) return;
				mounted = mounted.then((old) => old.dispose()).then(() => mount(server));
				mounted.catch((error) => fail(server, error));
			});
			server.httpServer.once('close', () => void mounted.then((old) => old.dispose()));
			// Pages need the app: the first request must not come before it.
			await mounted;
		}
	};
}

async function mount(server: ViteDevServer): Promise<Mounted> {
	const environment = server.environments.ssr as unknown as {
		moduleGraph: { invalidateAll(): void };
		runner: { import(path: string): Promise<{ mount(http: unknown, port: number): Promise<Mounted> }> };
	};
	environment.moduleGraph.invalidateAll();
	const { mount } = await environment.runner.import('/server/dev.ts');
	return mount(server.httpServer, server.config.server.port ?? 5173);
}

function fail(server: ViteDevServer, error: unknown): void {
	server.config.logger.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
	void server.close();
}
