import fc from 'fast-check';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossierOf } from '../../server/seals/dossier.ts';
import { headsIn } from '../../server/seals/stored.ts';
import { tools as nodes } from '../../server/seals/tools.ts';
import { manySealed } from '../../tests/support/sealed.ts';
import { SEAL_KEY, startServer, type TestServer } from '../../tests/support/server.ts';
import { lineOf } from '../lib/seal/line.ts';
import { tools } from './tools.ts';
import { verdictOn as verdictOnBytes } from './verdict.ts';

const verdictOn = (text: string, ...rest: [string, ReadonlyMap<string, string>, typeof tools]) =>
	verdictOnBytes(new TextEncoder().encode(text), ...rest);

test('the page hashes and checks signatures as Node does', () => {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const key = publicKey.export({ format: 'jwk' }).x ?? '';
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(63), (message, at) => {
			expect(tools.sha256(message)).toBe(createHash('sha256').update(message).digest('hex'));
			const right = sign(null, message, privateKey);
			const wrong = right.with(at, (right[at] ?? 0) ^ 1);
			for (const signature of [right, wrong].map((bytes) => Buffer.from(bytes).toString('base64url')))
				expect(tools.verify(key, message, signature)).toBe(nodes.verify(key, message, signature));
		}),
		{ numRuns: 60 }
	);
	for (const bad of ['', 'x', '_'.repeat(43), 'A'.repeat(43)])
		expect(tools.verify(bad, new Uint8Array(), 'A'.repeat(86))).toBe(false);
});

describe('[SE10] the verdict on a dossier', () => {
	let server: TestServer;
	let text = '';
	const known = new Map([[SEAL_KEY.id, SEAL_KEY.publicKey]]);
	const none = new Map<string, string>();
	beforeAll(async () => {
		server = await startServer();
		await manySealed(server);
		text = JSON.stringify(await dossierOf(server.app.sql, 'two'));
	});
	afterAll(() => server.close());

	test('whole with the key that the page knows, else it only agrees with the key inside', () => {
		const verdict = verdictOn(text, '', known, tools);
		expect(verdict).toMatchObject({
			is: 'whole',
			entries: 6,
			number: 2,
			key: SEAL_KEY.id,
			findings: [],
			paper: null
		});
		expect(verdict?.record?.meeting.id).toBe('two');
		expect(verdictOn(text, '', none, tools)?.is).toBe('agrees');
		expect(verdictOn(text, '', new Map([[SEAL_KEY.id, 'x']]), tools)?.is).toBe('agrees');
	});

	test('broken by one letter anywhere', () => {
		for (const [from, to] of [
			['ghi rõ', 'ghi ro'],
			['31/11', '30/11'],
			['"number":4', '"number":9']
		] as const)
			expect(verdictOn(text.replace(from, to), '', known, tools)?.is, from).toBe('broken');
	});

	test('what was typed from the paper: a fingerprint however written, a line, or neither', async () => {
		const print = verdictOn(text, '', known, tools)?.fingerprint ?? '';
		const paper = (typed: string) => verdictOn(text, typed, known, tools)?.paper;
		expect(paper(print)).toBe('same');
		expect(
			paper(` ${print.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)
		).toBe('same');
		expect(paper('0000-0000-0000-0000')).toBe('other');
		expect(paper('0000')).toBe('unreadable');
		const heads = await headsIn(server.app.sql);
		expect(heads.map((head) => paper(lineOf(head)))).toEqual(['same', 'other']);
		const [north] = heads;
		const later = { ...north, number: 7 } as NonNullable<typeof north>;
		expect(verdictOn(text, lineOf(later), known, tools)).toMatchObject({
			is: 'broken',
			findings: [{ fault: 'checkpoint-unsigned' }]
		});
	});

	test('a deleted record has its seal and no content; another file is none', async () => {
		const deleted = JSON.stringify(await dossierOf(server.app.sql, 'deleted'));
		expect(verdictOn(deleted, '', known, tools)).toMatchObject({
			is: 'whole',
			isDeleted: true,
			record: null
		});
		expect(await dossierOf(server.app.sql, 'mtg')).toBeNull();
		for (const other of ['', '{}', 'null', text.slice(0, -9)])
			expect(verdictOn(other, '', known, tools)).toBeNull();
	});
});
