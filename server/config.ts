/** The environment, read and checked once; every mistake is listed at once. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { keptOnce } from './kept-file.ts';

export interface Config {
	/** 0 lets the system choose. */
	readonly port: number;
	readonly host: string;
	/** Addresses that people use, each `http(s)://host[:port]`. */
	readonly origins: readonly string[];
	/** The names of this machine that are served where ORIGIN says nothing. */
	readonly hosts: readonly string[];
	/** Absolute. */
	readonly dataDir: string;
	readonly databaseUrl: string | null;
	readonly appSecret: string | null;
	/** The file of the key that seals records; made when the first is sealed. */
	readonly sealKey: string;
	readonly tls: { readonly cert: string; readonly key: string } | null;
	/** Whether browsers come by https alone, from here or from a proxy in front. */
	readonly secure: boolean;
	readonly trustProxy: boolean;
}

export class ConfigError extends Error {
	readonly id = 'config';
	readonly problems: string[];

	constructor(problems: string[]) {
		super(problems.join('\n'));
		this.problems = problems;
	}
}

const flag = (otherwise: '0' | '1') =>
	v.pipe(
		v.optional(v.string(), otherwise),
		v.picklist(['0', '1', 'false', 'true'], 'is 1 or 0'),
		v.transform((text) => text === '1' || text === 'true')
	);

const Port = v.pipe(
	v.optional(v.string(), '3000'),
	v.check((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'is a number from 0 to 65535'),
	v.transform(Number)
);

const Origins = v.pipe(
	v.string(),
	v.transform((text) =>
		text
			.split(',')
			.map((part) => part.trim())
			.filter(Boolean)
	),
	v.check(
		(all) => all.length > 0 && all.every(isOrigin),
		'is a comma list of addresses such as https://hoitruong.example'
	)
);

const Url = (protocols: readonly string[]) =>
	v.pipe(
		v.string(),
		v.check(
			(text) => protocols.includes(protocolOf(text)),
			`is an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`
		)
	);

const File = v.pipe(
	v.string(),
	v.check((path) => existsSync(path), 'names a file that is not there')
);

const Environment = v.object({
	PORT: Port,
	HOST: v.optional(v.string(), '0.0.0.0'),
	ORIGIN: v.optional(Origins),
	DATA_DIR: v.optional(v.string(), './data'),
	DATABASE_URL: v.optional(Url(['postgres:', 'postgresql:'])),
	REDIS_URL: v.optional(Url(['redis:', 'rediss:'])),
	SEAL_KEY: v.optional(v.string()),
	APP_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'has at least 32 characters'))),
	TLS_CERT: v.optional(File),
	TLS_KEY: v.optional(File),
	TRUST_PROXY: flag('0'),
	/** Off: without https only this machine itself is served. */
	ALLOW_HTTP_LAN: flag('1')
});

/** @throws {ConfigError} with one line per mistake */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Environment, given);
	const problems =
		parsed.issues?.map((issue) => `${v.getDotPath(issue) ?? 'environment'} ${issue.message}`) ?? [];
	problems.push(...contradictions(given));
	if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
	const { output } = parsed;
	const tls = output.TLS_CERT && output.TLS_KEY ? { cert: output.TLS_CERT, key: output.TLS_KEY } : null;
	const hosts = ['localhost', '127.0.0.1', ...(tls || output.ALLOW_HTTP_LAN ? lanAddresses() : [])];
	return {
		port: output.PORT,
		host: output.HOST,
		origins: output.ORIGIN ?? defaultOrigins(output.PORT, tls !== null, hosts),
		hosts,
		dataDir: resolve(output.DATA_DIR),
		databaseUrl: output.DATABASE_URL ?? null,
		appSecret: output.APP_SECRET ?? null,
		sealKey: resolve(output.SEAL_KEY ?? join(output.DATA_DIR, 'seal-key.pem')),
		tls,
		secure: tls !== null || (output.ORIGIN?.every(isHttps) ?? false),
		trustProxy: output.TRUST_PROXY
	};
}

function contradictions(given: NodeJS.ProcessEnv): string[] {
	const problems: string[] = [];
	if (Boolean(given.TLS_CERT) !== Boolean(given.TLS_KEY)) problems.push('TLS_CERT and TLS_KEY go together');
	if (given.ORIGIN?.includes('https://') && !given.TLS_CERT && !/^(1|true)$/.test(given.TRUST_PROXY ?? ''))
		// Kit would take our own forms for foreign ones.
		problems.push(
			'ORIGIN with https needs TLS_CERT and TLS_KEY, or TRUST_PROXY=1 where a proxy in front has them'
		);
	if (given.REDIS_URL) problems.push('REDIS_URL is not supported yet: this release runs as one process');
	return problems;
}

/** The addresses of this machine that phones in the hall can reach, IPv4. */
export function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

export function defaultOrigins(port: number, secure: boolean, hosts: readonly string[]): string[] {
	const scheme = secure ? 'https' : 'http';
	const plain = port === (secure ? 443 : 80) ? '' : `:${port}`;
	return hosts.map((host) => `${scheme}://${host}${plain}`);
}

/**
 * The secret that codes and tokens are made with: from the environment, else made once and kept in DATA_DIR.
 * @throws {ConfigError} if the kept one is damaged
 */
export async function appSecret({
	appSecret,
	dataDir
}: Pick<Config, 'appSecret' | 'dataDir'>): Promise<string> {
	if (appSecret) return appSecret;
	const file = join(dataDir, 'secret');
	const kept = (await keptOnce(file, () => randomBytes(32).toString('base64url'))).trim();
	if (kept.length < 32)
		throw new ConfigError([`${file} is damaged: put it back, or remove it and let all sign in again`]);
	return kept;
}

function protocolOf(text: string): string {
	return URL.canParse(text) ? new URL(text).protocol : '';
}

function isHttps(origin: string): boolean {
	return protocolOf(origin) === 'https:';
}

function isOrigin(text: string): boolean {
	return ['http:', 'https:'].includes(protocolOf(text)) && new URL(text).origin === text;
}
