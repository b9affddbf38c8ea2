/** Accounts with a password, made or mended by whoever runs the server. */
import { randomBytes } from 'node:crypto';
import { LoginTaken, UnfitPassword } from '../auth/port.ts';
import type { DemoDeps } from '../demo/demo.ts';
import { accountOfLogin } from '../people/accounts.ts';
import { personById } from '../people/directory.ts';

export class AdminRefused extends Error {
	readonly id = 'admin-refused';
}

type Tools = Pick<DemoDeps, 'db' | 'auth'>;

export interface NewStaff {
	readonly login: string;
	/** Null: one is made, and told once. */
	readonly password: string | null;
	readonly person: string | null;
	readonly isAdmin: boolean;
}

export interface Credentials {
	readonly login: string;
	/** Null where the caller knows it. */
	readonly password: string | null;
}

/** @throws {AdminRefused} */
export async function createStaff(
	{ db, auth }: Tools,
	{ login, password, person, isAdmin }: NewStaff
): Promise<Credentials> {
	if (person !== null && !(await personById(db, person)))
		throw new AdminRefused(`There is no person ${person}.`);
	const secret = password ?? newPassword();
	await auth.createStaff({ login, password: secret, person, isAdmin }).catch(explain(login));
	return { login, password: password === null ? secret : null };
}

/** Ends the account's sessions. @throws {AdminRefused} */
export async function resetPassword(
	{ db, auth }: Tools,
	login: string,
	password: string | null
): Promise<Credentials> {
	const account = await accountOfLogin(db, login.normalize('NFC').trim().toLowerCase());
	if (account === null) throw new AdminRefused(`There is no account ${login}.`);
	const secret = password ?? newPassword();
	await auth.setPassword(account, secret).catch(explain(login));
	return { login, password: password === null ? secret : null };
}

function explain(login: string): (error: unknown) => never {
	return (error) => {
		if (error instanceof LoginTaken) throw new AdminRefused(`The login ${login} is taken.`);
		if (error instanceof UnfitPassword) throw new AdminRefused('A password has 8 to 1,024 characters.');
		throw error;
	};
}

function newPassword(): string {
	return randomBytes(12).toString('base64url');
}
