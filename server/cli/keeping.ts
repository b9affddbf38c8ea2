/** The commands that keep records: checking what was sealed, backup, restore. */
import type { Command } from 'commander';
import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { readConfig } from '../config.ts';
import { checkpoint, linesOf, ownKey, verify, type Verdict, type VerifyOptions } from './seals.ts';
import { withDatabase } from './tools.ts';

const DOES_NOT_HOLD = 3;

export function addSeals(program: Command): void {
	const each = (text: string, before: string[]) => [...before, text];
	program
		.command('verify')
		.description('check that what was sealed still holds, in the database or in a dossier')
		.argument('[dossier]', 'a file that was taken away; without it the database is checked')
		.option('--key <file>', 'a public key to trust, besides no other; may be given again', each, [])
		.option('--checkpoint <file or line>', 'what the chains must reach; may be given again', each, [])
		.option('--json', 'print JSON')
		.action(async (file: string | undefined, { json, ...options }: VerifyOptions & { json?: boolean }) => {
			tellVerdict(await verify(process.env, file ?? null, options), json);
		});
	program
		.command('checkpoint')
		.description('print how far every chain has come, signed; keep it elsewhere')
		.action(async () => console.log(JSON.stringify(await checkpoint(process.env))));
	program
		.command('seal-key')
		.description('print the public key that seals are checked with')
		.option('--json', 'print JSON')
		.action(async ({ json }: { json?: boolean }) => {
			const { id, publicKey } = await ownKey(process.env);
			console.log(json ? JSON.stringify({ id, publicKey }) : publicKey);
		});
}

function tellVerdict(verdict: Verdict, json = false): void {
	if (json) console.log(JSON.stringify(verdict));
	else for (const line of linesOf(verdict)) console.log(line);
	if (!verdict.ok) process.exitCode = DOES_NOT_HOLD;
}

export function addBackup(program: Command): void {
	program
		.command('backup')
		.description('write everything of one moment into a file, while the server goes on')
		.argument('<file>', 'a file that is not there yet')
		.action(async (file: string) => {
			const made = await withDatabase(process.env, ({ sql }, { sealKey }) =>
				backup(sql, file, { sealKey, now: Date.now() })
			);
			console.log(
				`${file}: ${made.tables} tables. It holds every word and the key that seals: keep it safe.`
			);
		});
	program
		.command('restore')
		.description('fill an empty database from a backup, then check what was sealed')
		.argument('<file>', 'what `backup` wrote')
		.option('--json', 'print JSON, of the check')
		.action(async (file: string, { json }: { json?: boolean }) => {
			const { at } = await restore(readConfig(process.env), file, console.error);
			if (!json) console.log(`Restored as of ${new Date(at).toISOString()}.`);
			tellVerdict(await verify(process.env, null, { key: [], checkpoint: [] }), json);
		});
}
