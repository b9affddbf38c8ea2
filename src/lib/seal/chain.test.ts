import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tools } from '../../../server/seals/tools.ts';
import { keyOf, newPrivateKey } from '../../../server/seals/keys.ts';
import { BEGINNING, bytesOf, canonical, hashAfter, keyId, signed, type Entry } from './chain.ts';
import { fingerprint } from './fingerprint.ts';
import { checkChain, checkContent, checkKeys, type Kept } from './check.ts';
import { checkpointIn, headIn } from './checkpoint.ts';
import { lineOf } from './line.ts';
import { checkDossier, dossierIn, type Dossier } from './dossier.ts';

const key = keyOf(newPrivateKey(), 'test');
const keys = new Map([[key.id, key.publicKey]]);
const known = { keys, trusted: null, checkpoints: [] };

const content = (meeting: string) => ({ meeting, said: 'Đã thống nhất', at: 1 });

function chain(length: number): Kept[] {
	const links: Kept[] = [];
	let previous = BEGINNING;
	for (let number = 1; number <= length; number += 1) {
		const meeting = `m${number}`;
		const entry = canonical({
			format: 'seal/1',
			cell: 'cell',
			number,
			kind: 'record',
			meeting,
			at: number,
			by: 'm01',
			content: createHash('sha256')
				.update(canonical(content(meeting)))
				.digest('hex'),
			log: null,
			of: null,
			reason: null
		} satisfies Entry);
		const hash = hashAfter(previous, entry, tools);
		links.push({ number, entry, hash, signature: key.sign(signed('cell', number, hash)), key: key.id });
		previous = hash;
	}
	return links;
}

const faults = (links: readonly Kept[]) =>
	checkChain({ cell: 'cell', links }, known, tools).findings.map(({ fault, number }) => `${fault} ${number}`);

describe('the chain', () => {
	test('[SE4] each hash goes over the one before and the canonical entry', () => {
		const [first, second] = chain(2);
		const over = (before: string, entry = '') =>
			createHash('sha256').update(Buffer.from(before, 'hex')).update(entry).digest('hex');
		expect(first?.hash).toBe(over(BEGINNING, first?.entry));
		expect(second?.hash).toBe(over(first?.hash ?? '', second?.entry));
		expect(canonical({ b: 1, a: 'đ', c: { z: null, y: [1.0, 2e3] } })).toBe(
			'{"a":"đ","b":1,"c":{"y":[1,2000],"z":null}}'
		);
	});

	test('[SE10] as it was sealed nothing is found', () => {
		expect(faults(chain(5))).toEqual([]);
		expect(faults([])).toEqual([]);
	});

	test.each([
		[
			'an edit',
			(links: Kept[]) =>
				links.map((link) =>
					link.number === 3 ? { ...link, entry: link.entry.replace('m01', 'm02') } : link
				),
			['changed 3']
		],
		[
			'an edit of a hash',
			(links: Kept[]) =>
				links.map((link) => (link.number === 3 ? { ...link, hash: link.hash.replace(/./, 'x') } : link)),
			['changed 3', 'unsigned 3']
		],
		['a removal', (links: Kept[]) => links.filter(({ number }) => number !== 3), ['missing 3']],
		['a removal of the first', (links: Kept[]) => links.slice(1), ['missing 1']],
		[
			'an entry twice',
			(links: Kept[]) => links.flatMap((link) => (link.number === 3 ? [link, link] : [link])),
			['extra 3', 'changed 3']
		],
		[
			'a text that is no entry',
			(links: Kept[]) => links.map((link) => (link.number === 3 ? { ...link, entry: 'x' } : link)),
			['changed 3']
		],
		[
			'another key',
			(links: Kept[]) => links.map((link) => (link.number === 3 ? { ...link, key: '0'.repeat(16) } : link)),
			['unknown-key 3']
		],
		[
			'no signature',
			(links: Kept[]) => links.map((link) => (link.number === 3 ? { ...link, signature: '' } : link)),
			['unsigned 3']
		]
	])('[SE10] %s is found at its place', (_, change, expected) => {
		expect(faults(change(chain(5)))).toEqual(expected);
	});

	test('[SE10] two entries in each other’s place', () => {
		const links = chain(5);
		const places: Record<number, number> = { 2: 4, 4: 2 };
		const swapped = links.map((link) => ({ ...link, number: places[link.number] ?? link.number }));
		swapped.sort((a, b) => a.number - b.number);
		expect(faults(swapped)).toEqual(
			expect.arrayContaining(['misplaced 2', 'unsigned 2', 'misplaced 4', 'unsigned 4'])
		);
	});

	test('[SE10] contents are held against their hash', () => {
		const checked = checkChain({ cell: 'cell', links: chain(2) }, known, tools);
		const found = (text: string | null) => checkContent(checked, 1, text, tools).map(({ fault }) => fault);
		expect(found(canonical(content('m1')))).toEqual([]);
		expect(found(canonical(content('m2')))).toEqual(['content-changed']);
		expect(found(null)).toEqual(['content-missing']);
		expect(checkContent(checked, 9, 'x', tools)).toMatchObject([{ fault: 'content-extra' }]);
	});

	test('[SE5] a key is called by its own hash', () => {
		expect(keyId(key.publicKey, tools)).toBe(
			createHash('sha256').update(Buffer.from(key.publicKey, 'base64url')).digest('hex').slice(0, 16)
		);
		expect(checkKeys(keys, tools)).toEqual([]);
		expect(checkKeys(new Map([['0'.repeat(16), key.publicKey]]), tools)).toMatchObject([
			{ fault: 'key-changed' }
		]);
	});

	test('[SE7] the fingerprint is the beginning of the hash, and can be read out', () => {
		expect(fingerprint('0'.repeat(64))).toBe('0000-0000-0000-0000');
		expect(fingerprint('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
		expect(fingerprint(`0123456789abcdef0123${'9'.repeat(44)}`)).toBe('04HM-ASW9-NF6Y-Y093');
		expect(fingerprint(`00000000000000000001${'0'.repeat(44)}`)).toBe('0000-0000-0000-0001');
	});

	test('what is no base64url is no bytes', () => {
		expect(bytesOf('AAE')).toEqual(Uint8Array.of(0, 1));
		for (const text of ['A', 'a b', '=', 'ä']) expect(bytesOf(text), text).toBeNull();
	});
});

describe('checkpoints', () => {
	const links = chain(3);
	const [last] = links.slice(-1);
	const head = {
		cell: 'cell',
		number: 3,
		hash: last?.hash ?? '',
		key: key.id,
		signature: last?.signature ?? ''
	};
	const against = (kept: readonly Kept[], checkpoint = head) =>
		checkChain({ cell: 'cell', links: kept }, { ...known, checkpoints: [checkpoint] }, tools).findings.map(
			({ fault }) => fault
		);

	test('[SE11] one line of text says it all and comes back', () => {
		expect(headIn(lineOf(head))).toEqual(head);
		expect(checkpointIn(` ${lineOf(head)}\n`)).toEqual([head]);
		for (const text of [
			'',
			'HT1',
			lineOf({ ...head, number: 0 }),
			lineOf(head).slice(0, -1),
			'{"format":"checkpoint/1"}'
		])
			expect(checkpointIn(text), text).toBeNull();
	});

	test('[SE11] a cut tail, another history, a changed checkpoint', () => {
		expect(against(links)).toEqual([]);
		expect(against(links.slice(0, 2))).toEqual(['cut']);
		expect(against([])).toEqual(['cut']);
		const other = { ...head, number: 2, hash: links[1]?.hash ?? '', signature: links[1]?.signature ?? '' };
		expect(against(links.slice(0, 2), other)).toEqual([]);
		expect(against(links, { ...head, number: 2 })).toEqual(['checkpoint-unsigned']);
	});
});

describe('a dossier', () => {
	const dossier: Dossier = {
		format: 'dossier/1',
		cell: 'cell',
		meeting: 'm2',
		keys: Object.fromEntries(keys),
		chain: chain(3).map((link) => ({ ...link, entry: JSON.parse(link.entry) as Entry })),
		contents: { 2: content('m2') }
	};
	const found = (text: string) => {
		const read = dossierIn(text);
		return (
			read && checkDossier(read, null, [], tools).findings.map(({ fault, number }) => `${fault} ${number}`)
		);
	};

	test('[SE10] holds however its JSON is laid out', () => {
		expect(found(JSON.stringify(dossier))).toEqual([]);
		expect(found(JSON.stringify(dossier, null, 4))).toEqual([]);
		expect(checkDossier(dossier, null, [], tools).record).toMatchObject({ number: 2, meeting: 'm2' });
	});

	test('[SE10] one letter of the record, or a content that is not of this meeting, is found', () => {
		expect(found(JSON.stringify(dossier).replace('thống', 'thong'))).toEqual(['content-changed 2']);
		expect(found(JSON.stringify({ ...dossier, contents: {} }))).toEqual(['content-missing 2']);
		expect(found(JSON.stringify({ ...dossier, contents: { ...dossier.contents, 3: {} } }))).toEqual([
			'content-extra 3'
		]);
		expect(found(JSON.stringify({ ...dossier, meeting: 'm9' }))).toEqual(['content-extra 2']);
		expect(checkDossier({ ...dossier, meeting: 'm9' }, null, [], tools).record).toBeNull();
	});

	test('is no other file', () => {
		for (const text of [
			'',
			'x',
			'[]',
			'null',
			'{}',
			'{"format":"record/1"}',
			JSON.stringify({ ...dossier, chain: [1] }),
			...(['hash', 'signature', 'key'] as const).map((name) =>
				JSON.stringify({ ...dossier, chain: dossier.chain.map((link) => ({ ...link, [name]: undefined })) })
			)
		])
			expect(dossierIn(text), text).toBeNull();
	});
});
