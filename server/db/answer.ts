import postgres from 'postgres';

/** What a server says when it is asked something: `refused` is a wrong password. */
export type Answer = 'up' | 'refused' | 'none';

export async function ask(url: string): Promise<Answer> {
	// The driver asks for types on its own; where the server goes away just then, nobody catches that failure.
	const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
	try {
		await sql`select 1`;
		return 'up';
	} catch (error) {
		return (error as { code?: string }).code === '28P01' ? 'refused' : 'none';
	} finally {
		await sql.end({ timeout: 1 });
	}
}

export function urlOf(port: number, password: string): string {
	return `postgres://hoitruong:${password}@127.0.0.1:${port}/postgres`;
}
