/**
 * Starts the process: environment → database → app → web server. Everything that can go wrong here is one
 * clear line and a non-zero exit.
 */
import { createApp, useApp, type App } from './app.ts';
import { appSecret, defaultOrigins, lanAddresses, readConfig, type Config } from './config.ts';
import { openDatabase, type OpenDatabase } from './db/open.ts';
import { linesOf } from './failure.ts';
import { createServer } from './http.ts';
import { invitation } from './invitation.ts';
import { report } from './report.ts';
import { keyInFile, keysIn } from './seals/keys.ts';
import { loadTls, type Tls } from './tls.ts';

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
	const starting = run(options);
	stopOnSignals(starting);
	try {
		return await starting;
	} catch (error) {
		for (const line of linesOf(error)) console.error(line);
		process.exit(1);
	}
}

async function run({ env = process.env, clock = Date.now, demo = false }: StartOptions): Promise<Running> {
	const config = readConfig(env);
	const tls = config.tls && loadTls(config.tls);
	// A damaged one is told now, not when the chair seals.
	await keyInFile(config.sealKey);
	const database = await openDatabase(config, console.error);
	try {
		return await serve(config, tls, database, clock, demo);
	} catch (error) {
		await database.close();
		throw error;
	}
}

async function serve(
	config: Config,
	tls: Tls | null,
	database: OpenDatabase,
	clock: () => number,
	demo: boolean
): Promise<Running> {
	const origins = [...config.origins];
	const app = createApp({
		...database,
		clock,
		secret: await appSecret(config),
		sealKey: keysIn(config.sealKey),
		origins,
		secure: config.secure,
		dataDir: config.dataDir
	});
	useApp(app);
	// Kit's handler reads these when it is loaded.
	process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	// A paper's file is the largest there is; `http.ts` holds everything else to less.
	process.env.BODY_SIZE_LIMIT ??= '6M';
	if (config.trustProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
	const { handler } = (await import(/* @vite-ignore */ new URL('../handler.js', import.meta.url).href)) as {
		handler: Parameters<typeof createServer>[1];
	};
	const http = createServer({ origins, tls, trustProxy: config.trustProxy }, handler);
	app.attach(http);
	try {
		await new Promise<void>((resolve, reject) => {
			http.once('error', reject);
			http.listen(config.port, config.host, resolve);
		});
	} catch (error) {
		// What it has begun, such as making records findable, ends before the database is closed under it.
		await app.close();
		throw error;
	}
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

/** A start that is told to stop is let come to its end first, so that no database stays behind without its keeper. */
function stopOnSignals(starting: Promise<Running>): void {
	let stopping = false;
	const stop = (): void => {
		if (stopping) return;
		stopping = true;
		starting.then(end, () => {
			// `start` says why it failed.
		});
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

function end(running: Running): void {
	// Open sockets must not hold the process for ever.
	setTimeout(() => process.exit(1), 5_000).unref();
	running.stop().then(
		() => process.exit(0),
		(error) => {
			console.error(String(error));
			process.exit(1);
		}
	);
}
