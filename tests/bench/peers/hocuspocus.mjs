// @ts-nocheck: the peers are installed in this folder alone and on first use, so their types are not there to check against.
// Hocuspocus with the schema and queries of @hocuspocus/extension-sqlite 4.7 over Node's own SQLite:
// its driver, better-sqlite3, is fetched from GitHub or compiled, and neither works everywhere.
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const db = new DatabaseSync(`${process.env.STORE}/hocuspocus.sqlite`);
db.exec(
	`CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))`
);
const select = db.prepare(`SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC`);
const upsert = db.prepare(
	`INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data`
);

const server = new Server({
	port: Number(process.env.PORT),
	address: '127.0.0.1',
	quiet: true,
	extensions: [
		new Database({
			fetch: async ({ documentName }) => select.get({ name: documentName })?.data ?? null,
			store: async ({ documentName, state }) => void upsert.run({ name: documentName, data: state })
		})
	],
	async onRequest({ request, response, instance }) {
		if (request.url.startsWith('/stored')) {
			instance.flushPendingStores();
			await Promise.all([...instance.documents.values()].map((d) => d.saveMutex.waitForUnlock()));
		}
		response.end('okay');
		// An empty rejection is how a hook says that the request is answered.
		return Promise.reject();
	}
});
await server.listen();
