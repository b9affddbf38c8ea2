import { renderUnicodeCompact } from 'uqr';
import type { App } from './app.ts';
import type { Config } from './config.ts';

/** What a start prints: where to go, for whom, and a QR for the phones in the hall. */
export async function invitation(_app: App, config: Config, port: number, lan: readonly string[]): Promise<string> {
	const scheme = config.tls ? 'https' : 'http';
	const local = `${scheme}://localhost:${port}`;
	const hall = lan.map((address) => `${scheme}://${address}:${port}`);
	const lines = [`Hội Trường: ${local}`, ...hall.map((url) => `            ${url}  (mạng nội bộ · local network)`)];
	return [...lines, ...(hall[0] && process.stdout.isTTY ? [renderUnicodeCompact(hall[0])] : [])].join('\n');
}
