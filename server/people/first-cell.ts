import type { App } from '../app.ts';
import type { Cookie } from '../auth/auth.ts';
import { claimSetup, giveSetupBack } from '../setup.ts';
import { makeCell } from './cells.ts';

export interface FirstCell {
	readonly token: string;
	readonly upper: string;
	readonly name: string;
	readonly secretary: string;
	readonly login: string;
	readonly password: string;
}

/** The first cell, its secretary and the account that leads the installation; null where the token opens nothing. */
export async function setUp(
	app: App,
	{ token, ...asked }: FirstCell
): Promise<{ cell: string; cookie: Cookie } | null> {
	const { dataDir } = app;
	if (dataDir === undefined || !(await claimSetup(dataDir, app.db, token))) return null;
	try {
		const made = await makeCell(app.db, {
			upper: { name: asked.upper },
			name: asked.name,
			place: null,
			meetingPlace: null,
			ruleProfile: 'hd42-2025',
			secretary: asked.secretary
		});
		const { login, password } = asked;
		const account = await app.auth.createStaff({ login, password, person: made.secretary, isAdmin: true });
		return { cell: made.cell, cookie: await app.auth.issueSession(account) };
	} catch (error) {
		await giveSetupBack(dataDir, token);
		throw error;
	}
}
