/**
 * Starts the process: environment → database → app → web server. Everything that can go wrong here is one
 * clear line and a non-zero exit.
 */
import { createApp, useApp, type App } from './app.ts';
import { appSecret, defaultOrigins, lanAddresses, readConfig, ConfigError, type Config } from './config.ts';
import { openDatabase, type OpenDatabase } from './db/open.ts';
import { createServer } from './http.ts';
import { invitation } from './invitation.ts';
import { report } from './report.ts';

export interface StartOptions {
	readonly env?: NodeJS.ProcessEnv;
	/** The domain clock, in milliseconds; only a play hands in its own. */
	readonly clock?: () => number;
	/** Makes a demo meeting where there is no cell yet, and prints the way in for each role. */
	readonly demo?: boolean;
}

export interface Running {
	readonly app: App;
	readonly port: number;
	stop(): Promise<void>;
}

/** Never returns after a failure: prints one line per problem and exits with 1. */
export async function start(options: StartOptions = {}): Promise<Running> {
	try {
		const running = await run(options);
		stopOnSignals(running);
		return running;
	} catch (error) {
		for (const line of linesOf(error)) console.error(line);
		process.exit(1);
	}
}

async function run({ env = process.env, clock = Date.now, demo = false }: StartOptions): Promise<Running> {
	const config = readConfig(env);
	const database = await openDatabase(config, console.error);
	try {
		return await serve(config, database, clock, demo);
	} catch (error) {
		await database.close();
		throw error;
	}
}

async function serve(
	config: Config,
	database: OpenDatabase,
	clock: () => number,
	demo: boolean
): Promise<Running> {
	const origins = [...config.origins];
	const app = createApp({
		...database,
		clock,
		secret: await appSecret(config),
		origins,
		secure: config.tls !== null,
		dataDir: config.dataDir
	});
	useApp(app);
	// Kit's handler reads these when it is loaded.
	process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	process.env.BODY_SIZE_LIMIT ??= '512K';
	const { handler } = (await import(/* @vite-ignore */ new URL('../handler.js', import.meta.url).href)) as {
		handler: Parameters<typeof createServer>[1];
	};
	const http = createServer({ ...config, origins }, handler);
	app.attach(http);
	await new Promise<void>((resolve, reject) => {
		http.once('error', reject);
		http.listen(config.port, config.host, resolve);
	});
	const address = http.address();
	const port = typeof address === 'object' && address ? address.port : config.port;
	if (config.port === 0) origins.push(...defaultOrigins(port, config.tls !== null, config.hosts));
	console.log(await invitation(app, config, port, lanAddresses(), demo));
	const sweeping = setInterval(
		() => void app.auth.sweep().catch((error: unknown) => report('sweep', error)),
		60_000
	).unref();
	return {
		app,
		port,
		async stop() {
			clearInterval(sweeping);
			const closed = new Promise<void>((resolve) => http.close(() => resolve()));
			await app.close();
			http.closeAllConnections();
			await closed;
			await database.close();
		}
	};
}

function stopOnSignals(running: Running): void {
	let stopping = false;
	const stop = (): void => {
		if (stopping) return;
		stopping = true;
		// Open sockets must not hold the process for ever.
		setTimeout(() => process.exit(1), 5_000).unref();
		running.stop().then(
			() => process.exit(0),
			(error) => {
				console.error(String(error));
				process.exit(1);
			}
		);
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

function linesOf(error: unknown): string[] {
	if (error instanceof ConfigError) return error.problems;
	if (!(error instanceof Error)) return [String(error)];
	if ('code' in error && error.code === 'EADDRINUSE')
		return ['The port is in use: another program listens there. Set PORT to another one.'];
	if ('code' in error && error.code === 'EACCES') return [`Not allowed: ${error.message}`];
	return 'id' in error ? [error.message] : [error.stack ?? error.message];
}
