import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../../tests/support/server.ts';
import { backup } from './backup.ts';
import { openBackup } from './file.ts';

test('tables that are larger than what the driver holds of them at a time are written whole', async () => {
	const server = await startServer();
	const folder = await mkdtemp(join(tmpdir(), 'hoi-truong-backup-'));
	try {
		const { sql } = server.app;
		const large = 'Ý kiến '.repeat(100_000);
		await sql`insert into organisations (id, kind, name) select 'large-' || n, 'cell', ${large} from generate_series(1, 8) n`;
		await sql`
			insert into uploads (id, meeting, what, act, at, by, by_name, reference)
			select 'large-' || n, 'mtg', 'record', 'done', n, 'm01', 'm01', ${large} from generate_series(1, 8) n`;
		const path = join(folder, 'backup');
		await backup(sql, path, { sealKey: join(folder, 'none'), now: 1 });
		const file = await openBackup(path);
		const read: Record<string, string> = {};
		for (const { name } of file.header.tables) {
			const pieces: Buffer[] = [];
			for await (const piece of file.rows()) pieces.push(piece);
			read[name] = Buffer.concat(pieces).toString();
		}
		await file.end();
		file.close();
		for (const table of ['organisations', 'uploads'])
			expect(
				read[table]?.split('\n').filter((line) => line.includes(large.trim())),
				table
			).toHaveLength(8);
	} finally {
		await server.close();
		await rm(folder, { recursive: true, force: true });
	}
});
