import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { links, people } from '../db/tables.ts';
import type { Devices } from './devices.ts';
import type { Auth } from './port.ts';
import { hashed, isToken, newToken } from './tokens.ts';

type Links = Pick<Auth, 'createLink' | 'revokeLinks' | 'redeemLink'>;

export function createLinks({
	db,
	devices,
	now
}: {
	db: Database;
	devices: Devices;
	now: () => number;
}): Links {
	async function personOf(token: string): Promise<string | null> {
		if (!isToken(token)) return null;
		const [found] = await db
			.select({ person: links.person })
			.from(links)
			// An invited observer stands in no cell's list.
			.leftJoin(people, eq(people.id, links.person))
			.where(and(eq(links.tokenHash, hashed(token)), isNull(links.revokedAt), isNull(people.removedAt)));
		return found?.person ?? null;
	}

	return {
		async createLink(person) {
			const token = newToken();
			await db.insert(links).values({ tokenHash: hashed(token), person, createdAt: new Date(now()) });
			return token;
		},
		async revokeLinks(person) {
			const alive = and(eq(links.person, person), isNull(links.revokedAt));
			await db
				.update(links)
				.set({ revokedAt: new Date(now()) })
				.where(alive);
		},
		async redeemLink(token) {
			const person = await personOf(token);
			return person === null ? null : { ...(await devices.newDeviceOf(person)), person };
		}
	};
}
