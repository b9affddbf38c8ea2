import { renderUnicodeCompact } from 'uqr';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { makeDemo } from './demo/demo.ts';
import { organisations } from './db/tables.ts';
import { setupToken } from './setup.ts';

/** What a start prints: where to go, for whom, and a QR for the phones in the hall. */
export async function invitation(
	app: App,
	config: Config,
	port: number,
	lan: readonly string[],
	demo: boolean
): Promise<string> {
	const scheme = config.tls ? 'https' : 'http';
	const local = `${scheme}://localhost:${port}`;
	const hall = lan.map((address) => `${scheme}://${address}:${port}`);
	const here = [
		`Hội Trường: ${local}`,
		...hall.map((url) => `            ${url}  (mạng nội bộ · local network)`)
	];
	const isEmpty = (await app.db.select().from(organisations).limit(1)).length === 0;
	const ways =
		demo && isEmpty ? await demoWays(app, local) : isEmpty ? await firstWay(app, config, local) : [];
	const qr = hall[0] && process.stdout.isTTY ? [renderUnicodeCompact(hall[0])] : [];
	return [...here, ...ways, ...qr].join('\n');
}

async function firstWay(app: App, config: Config, local: string): Promise<string[]> {
	const token = await setupToken(config.dataDir, app.db);
	return token ? [`Tạo tài khoản đầu tiên · make the first account: ${local}/setup#${token}`] : [];
}

/** Real ways in, the same that a cell uses: a sign-in, personal links, the room's code, a screen's code. */
async function demoWays(app: App, local: string): Promise<string[]> {
	const demo = await makeDemo(app, { members: 24, observers: 5, meetings: 1 });
	const link = async (person: string | undefined) =>
		`${local}/hello#${await app.auth.createLink(person ?? '')}`;
	return [
		'',
		'Buổi sinh hoạt mẫu · demo meeting',
		`  bí thư · secretary   ${local}/signin   ${demo.signIn.login} / ${demo.signIn.password}`,
		`  đảng viên · member   ${await link(demo.people.members[4])}`,
		`  quan sát · observer  ${await link(demo.people.observers[0])}`,
		`  màn chiếu · wall     ${local}/wall   (nhập mã của màn hình vào bàn điều hành · enter its code at the console)`,
		''
	];
}
