import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { judge, type Frame, type Premises, type Verdict } from './gate.ts';
import { Horizon } from './horizon.ts';
import { LIMITS } from './limits.ts';
import { type, updateOf } from './testing.ts';

const premises: Premises = {
	owner: (client) => ({ 1: 'an', 2: 'binh', 3: 'an' })[client],
	isNew: (client) => client > 100,
	clientsLeft: 10,
	hasBlock: (name) => ['i1', 'i2'].includes(name),
	noteAuthor: (note) => ({ n1: 'binh' })[note],
	hasRoom: true,
	limits: LIMITS
};

/** What is committed: a paragraph of An's. */
function committed(): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	type(doc, 'Mở đầu');
	return doc;
}

/** A copy that a person writes into. */
function copy(of: Y.Doc, client: number): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
	doc.clientID = client;
	return doc;
}

function verdictOn(update: Uint8Array, given: Partial<Frame & Premises> = {}, doc = committed()): Verdict {
	return judge({ person: 'an', update, isStep2: false, ...given }, new Horizon(doc), {
		...premises,
		...given
	});
}

function written(
	how: (doc: Y.Doc) => void,
	given: Partial<Frame & Premises> = {},
	base = committed()
): Verdict {
	return verdictOn(updateOf(copy(base, 3), how), given, base);
}

const element = (
	name: string,
	attributes: Record<string, unknown> = {},
	children: (Y.XmlElement | Y.XmlText)[] = []
) => {
	const made = new Y.XmlElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
	made.insert(0, children);
	return made;
};
const put =
	(node: Y.XmlElement | Y.XmlText | Y.XmlFragment, block = 'i1') =>
	(doc: Y.Doc) =>
		doc.getXmlFragment(block).push([node as Y.XmlElement]);
const first = (doc: Y.Doc) => doc.getXmlFragment('i1').get(0) as Y.XmlElement;
const words = (doc: Y.Doc) => first(doc).get(0) as Y.XmlText;

/** Bytes by hand: what no Yjs writes. */
const bytes = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write);
const numbers =
	(...list: number[]) =>
	(encoder: encoding.Encoder) =>
		list.forEach((number) => encoding.writeVarUint(encoder, number));

describe('takes what an editor writes', () => {
	test('typing, marks, deletions, paragraphs, notes and facts', () => {
		const verdict = written((doc) => {
			words(doc).insert(3, 'đây ');
			words(doc).format(0, 2, { strong: {} });
			words(doc).format(0, 2, { strong: null, em: {} });
			words(doc).delete(1, 2);
			put(element('note', { id: 'n9', author: 'an' }, [new Y.XmlText('Ghi')]))(doc);
			put(element('fact', { kind: 'vote', ref: 'v1' }), 'i2')(doc);
		});
		expect(verdict).toMatchObject({ is: 'taken', clients: [3] });
	});

	test('what was typed and deleted offline', () => {
		const base = committed();
		const doc = copy(base, 3);
		for (let round = 0; round < 3; round += 1) {
			put(element('paragraph', {}, [new Y.XmlText('tạm')]))(doc);
			doc.getXmlFragment('i1').delete(1, 1);
			type(doc, 'còn lại');
			words(doc).delete(2, 3);
		}
		const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base));
		expect(verdictOn(update, { isStep2: true }, base)).toMatchObject({ is: 'taken' });
	});

	test('a piece that builds on another piece of the same batch, by another person', () => {
		const base = committed();
		const horizon = new Horizon(base);
		const an = copy(base, 3);
		const one = updateOf(an, (doc) => words(doc).insert(6, ' xin'));
		const binh = copy(an, 2);
		const two = updateOf(binh, (doc) => words(doc).insert(10, ' chào'));
		expect(judge({ person: 'an', update: one, isStep2: false }, horizon, premises)).toMatchObject({
			is: 'taken',
			needs: []
		});
		expect(judge({ person: 'binh', update: two, isStep2: false }, horizon, premises)).toMatchObject({
			is: 'taken',
			needs: [3]
		});
	});

	test('nothing: an empty step 2, and what is known already', () => {
		const base = committed();
		expect(verdictOn(Uint8Array.of(0, 0))).toEqual({ is: 'known' });
		expect(verdictOn(Y.encodeStateAsUpdate(base), { person: 'binh' }, base)).toEqual({ is: 'known' });
		words(base).delete(0, 2);
		const deletions = Y.encodeStateAsUpdate(base, Y.encodeStateVector(base));
		expect(deletions.length).toBeGreaterThan(2);
		expect(verdictOn(deletions, {}, base)).toEqual({ is: 'known' });
	});
});

describe('client ids (P3)', () => {
	test("refuses new words under somebody else's id, or the server's", () => {
		const base = committed();
		const update = updateOf(copy(base, 2), (doc) => words(doc).insert(0, 'X'));
		expect(verdictOn(update, { person: 'an' }, base)).toEqual({ is: 'refused', why: 'foreign-client' });
		expect(verdictOn(update, { person: 'binh' }, base)).toMatchObject({ is: 'taken' });
		expect(verdictOn(update, { person: 'binh', owner: () => 'server' }, base)).toEqual({
			is: 'refused',
			why: 'foreign-client'
		});
	});

	test("takes a person's own words out of an update that repeats others', and only those", () => {
		const base = committed();
		const doc = copy(base, 2);
		words(doc).insert(0, 'Mới ');
		const verdict = verdictOn(Y.encodeStateAsUpdate(doc), { person: 'binh', isStep2: true }, base);
		if (verdict.is !== 'taken') throw new Error(verdict.is);
		expect([...Y.parseUpdateMeta(verdict.update).from.keys()]).toEqual([2]);
		Y.applyUpdate(base, verdict.update);
		expect(words(base).toString()).toBe('Mới Mở đầu');
	});

	test('takes the second half of words whose first half is known', () => {
		const base = committed();
		const doc = copy(base, 3);
		words(doc).insert(6, ' ab');
		Y.applyUpdate(base, Y.encodeStateAsUpdate(doc));
		words(doc).insert(9, 'cd');
		const verdict = verdictOn(Y.encodeStateAsUpdate(doc), { isStep2: true }, base);
		if (verdict.is !== 'taken') throw new Error(verdict.is);
		expect([...Y.parseUpdateMeta(verdict.update).from]).toEqual([[3, 3]]);
		Y.applyUpdate(base, verdict.update);
		expect(words(base).toString()).toBe('Mở đầu abcd');
	});

	test('refuses a new client id where the document has its fill of them', () => {
		const update = updateOf(copy(committed(), 101), (doc) => put(element('paragraph'), 'i2')(doc));
		expect(verdictOn(update, { clientsLeft: 1 })).toMatchObject({ is: 'taken' });
		expect(verdictOn(update, { clientsLeft: 0 })).toEqual({ is: 'refused', why: 'document-full' });
	});
});

describe('what builds on the unknown is asked for', () => {
	const base = committed();
	const ahead = copy(base, 3);
	const one = updateOf(ahead, (doc) => words(doc).insert(0, 'a'));
	const behind = copy(ahead, 4);

	test.each([
		['a gap in its own clock', updateOf(ahead, (doc) => words(doc).insert(1, 'b'))],
		['an origin', updateOf(behind, (doc) => words(doc).insert(1, 'c'))],
		['a deletion', updateOf(copy(ahead, 5), (doc) => words(doc).delete(0, 1))]
	])('%s', (_what, update) => {
		expect(verdictOn(update, { owner: () => undefined }, base)).toEqual({ is: 'missing' });
		const later = copy(base, 9);
		Y.applyUpdate(later, one);
		expect(verdictOn(update, { owner: () => undefined }, later)).toMatchObject({ is: 'taken' });
	});

	test('a parent', () => {
		const parent = copy(base, 6);
		put(element('paragraph'), 'i2')(parent);
		const child = updateOf(copy(parent, 7), (doc) =>
			(doc.getXmlFragment('i2').get(0) as Y.XmlElement).insert(0, [new Y.XmlText()])
		);
		expect(verdictOn(child, { owner: () => undefined })).toEqual({ is: 'missing' });
	});

	test('two words that each hang on the other, which Yjs would keep for ever', () => {
		const item = (client: number, origin: number, text: string) => (encoder: encoding.Encoder) => {
			numbers(1, client, 0)(encoder);
			encoding.writeUint8(encoder, 128 | 4);
			numbers(origin, 0)(encoder);
			encoding.writeVarString(encoder, text);
		};
		const circle = bytes((encoder) => {
			numbers(2)(encoder);
			item(8, 7, 'a')(encoder);
			item(7, 8, 'b')(encoder);
			numbers(0)(encoder);
		});
		expect(verdictOn(circle, { owner: () => undefined })).toEqual({ is: 'missing' });
	});
});

describe('the shape of an update', () => {
	test('the bomb of 7 bytes that claims 30 million structs costs nothing', () => {
		const bomb = bytes(numbers(1, 30_000_000, 3, 0));
		expect(bomb.length).toBe(7);
		const started = process.cpuUsage();
		for (let count = 0; count < 1_000; count += 1)
			expect(verdictOn(bomb)).toEqual({ is: 'refused', why: 'malformed' });
		const { user, system } = process.cpuUsage(started);
		expect((user + system) / 1_000).toBeLessThan(1_000);
		for (const lie of [
			numbers(30_000_000, 1, 3, 0),
			numbers(0, 30_000_000, 3),
			numbers(0, 1, 3, 30_000_000)
		]) {
			expect(verdictOn(bytes(lie))).toEqual({ is: 'refused', why: 'malformed' });
		}
	});

	const structs = (count: number) =>
		bytes((encoder) => {
			numbers(1, count, 3, 0)(encoder);
			for (let index = 0; index < count; index += 1) numbers(0, 1)(encoder);
			numbers(0)(encoder);
		});
	const deletions = (count: number) =>
		bytes((encoder) => {
			numbers(0, 1, 1, count)(encoder);
			for (let index = 0; index < count; index += 1) numbers(0, 1)(encoder);
		});
	const clients = (count: number) =>
		bytes((encoder) => {
			numbers(count)(encoder);
			for (let client = 0; client < count; client += 1) numbers(1, 1000 + client, 0, 0, 1)(encoder);
			numbers(0)(encoder);
		});

	test.each([
		['structs', structs(10_000), structs(10_001)],
		['deletions', deletions(20_000), deletions(20_001)],
		['client ids in a step 2', clients(64), clients(65)]
	])('%s: at the limit, and one beyond', (_what, most, more) => {
		const given = { isStep2: true, owner: () => 'an', isNew: () => false };
		expect(verdictOn(most, given)).toMatchObject({ is: 'taken' });
		expect(verdictOn(more, given)).toMatchObject({ is: 'refused' });
		expect(verdictOn(more, { ...given, isStep2: false }), 'a step 2 would hold what is new in it').toEqual({
			is: 'missing'
		});
	});

	test('four client ids in an update, not five', () => {
		const given = { owner: () => 'an', isNew: () => false };
		expect(verdictOn(clients(4), given)).toMatchObject({ is: 'taken' });
		expect(verdictOn(clients(5), given)).toEqual({ is: 'missing' });
	});

	test.each([
		['the same client twice', bytes((encoder) => numbers(2, 1, 3, 0, 0, 1, 1, 3, 1, 0, 1, 0)(encoder))],
		['a struct of no length', bytes(numbers(1, 1, 3, 0, 0, 0, 0))],
		['a section without structs', bytes(numbers(1, 0, 3, 0, 0))],
		['a deletion of no length', bytes(numbers(0, 1, 1, 1, 0, 0))],
		['a clock that nobody reaches', bytes(numbers(1, 1, 3, 0, 0, 2 ** 40, 0))],
		['bytes behind the end', Uint8Array.of(0, 0, 0)],
		['half an update', Y.encodeStateAsUpdate(committed()).subarray(0, 20)]
	])('refuses %s', (_what, update) => {
		expect(verdictOn(update, { owner: () => 'an' })).toEqual({ is: 'refused', why: 'malformed' });
	});

	test('takes no more words into a full document, but lets some go', () => {
		expect(written((doc) => words(doc).insert(0, 'x'), { hasRoom: false })).toEqual({
			is: 'refused',
			why: 'document-full'
		});
		expect(written((doc) => words(doc).delete(0, 1), { hasRoom: false })).toMatchObject({ is: 'taken' });
	});
});

describe('content', () => {
	test.each<[string, (doc: Y.Doc) => void]>([
		['a subdocument', (doc) => first(doc).setAttribute('id', new Y.Doc() as unknown as string)],
		['an embed', (doc) => words(doc).insertEmbed(0, { image: 'x' })],
		['binary', (doc) => first(doc).setAttribute('id', Uint8Array.of(1) as unknown as string)],
		['a map', (doc) => put(new Y.Map() as unknown as Y.XmlElement)(doc)],
		['an array', (doc) => put(new Y.Array() as unknown as Y.XmlElement)(doc)],
		['a hook', (doc) => put(new Y.XmlHook('x') as unknown as Y.XmlElement)(doc)],
		['a fragment', (doc) => put(new Y.XmlFragment())(doc)],
		['plain text', (doc) => put(new Y.Text() as unknown as Y.XmlElement)(doc)],
		['an attribute that is no string', (doc) => put(element('note', { id: 7 }))(doc)],
		['an attribute that is an object', (doc) => put(element('note', { id: { a: 1 } }))(doc)],
		['an attribute too long', (doc) => put(element('note', { id: 'x'.repeat(201) }))(doc)],
		['a mark with a value', (doc) => words(doc).format(0, 1, { strong: { onclick: 'x' } })],
		['U+0000, which no database text can hold', (doc) => words(doc).insert(0, '\0')]
	])('refuses %s', (_what, how) => {
		expect(written(how)).toEqual({ is: 'refused', why: 'content' });
	});

	test.each<[string, (doc: Y.Doc) => void]>([
		['an element the schema does not know', put(element('script'))],
		['text straight in a block', put(new Y.XmlText('x'))],
		['an element in a paragraph', put(element('paragraph', {}, [element('paragraph')]))],
		['text in a fact', put(element('fact', {}, [new Y.XmlText('x')]))],
		['an attribute the schema does not know', put(element('paragraph', { onclick: 'x' }))],
		['an attribute of text', (doc) => words(doc).setAttribute('id', 'x')],
		['a mark the schema does not know', (doc) => words(doc).format(0, 1, { link: {} })],
		[
			'17 levels',
			put(
				Array.from({ length: 17 }).reduce<Y.XmlElement>(
					(inner) => element('paragraph', {}, [inner]),
					element('paragraph')
				)
			)
		],
		['__proto__', put(element('note', Object.fromEntries([['__proto__', 'x']])))],
		['constructor', (doc) => words(doc).format(0, 1, Object.fromEntries([['constructor', {}]]))],
		['prototype', put(element('prototype'))]
	])('refuses %s', (_what, how) => {
		expect(written(how).is).toBe('refused');
	});

	test.each(['elsewhere', '__proto__', 'constructor', 'prototype'])(
		'refuses a root that is no block: %s',
		(name) => {
			expect(written(put(element('paragraph'), name))).toEqual({ is: 'refused', why: 'root' });
			expect(written(put(element('paragraph'), name), { hasBlock: () => true })).toMatchObject({
				is: 'taken'
			});
		}
	);
});

describe('the author of a note', () => {
	const note = (id: string, author: string) => put(element('note', { id, author }, [new Y.XmlText('Ghi')]));

	test('is who writes it', () => {
		expect(written(note('n9', 'an'))).toMatchObject({ is: 'taken' });
		expect(written(note('n9', 'binh'))).toEqual({ is: 'refused', why: 'author' });
	});

	test('is who announced it, whoever restores it', () => {
		expect(written(note('n1', 'binh'))).toMatchObject({ is: 'taken' });
		expect(written(note('n1', 'an'))).toEqual({ is: 'refused', why: 'author' });
	});

	test('is not taken over', () => {
		const base = committed();
		note('n1', 'binh')(base);
		const stolen = (how: (note: Y.XmlElement) => void) =>
			written((doc) => how(doc.getXmlFragment('i1').get(1) as Y.XmlElement), {}, base);
		expect(stolen((found) => found.setAttribute('author', 'an'))).toEqual({ is: 'refused', why: 'author' });
		base.getXmlFragment('i2').push([element('note', { id: 'n8', author: 'an' })]);
		const own = written(
			(doc) => (doc.getXmlFragment('i2').get(0) as Y.XmlElement).setAttribute('id', 'n1'),
			{},
			base
		);
		expect(own, 'nor by giving an own note its name').toEqual({ is: 'refused', why: 'author' });
	});
});

test('a refused update leaves nothing behind for the next one of the batch to build on', () => {
	const base = committed();
	const horizon = new Horizon(base);
	const doc = copy(base, 3);
	const bad = updateOf(doc, (made) => {
		words(made).insert(0, 'a');
		put(element('script'))(made);
	});
	const next = updateOf(doc, (made) => words(made).insert(1, 'b'));
	expect(judge({ person: 'an', update: bad, isStep2: false }, horizon, premises).is).toBe('refused');
	expect(horizon.end(3)).toBe(0);
	expect(judge({ person: 'an', update: next, isStep2: false }, horizon, premises)).toEqual({ is: 'missing' });
});

test('an update of which only a part is missing leaves nothing behind either', () => {
	const base = committed();
	const horizon = new Horizon(base);
	const own = copy(base, 3);
	const good = updateOf(own, (doc) => words(doc).insert(0, 'a'));
	const ahead = copy(base, 1);
	updateOf(ahead, (doc) => words(doc).insert(0, 'b'));
	const late = updateOf(ahead, (doc) => words(doc).insert(1, 'c'));
	const half = Y.mergeUpdates([good, late]);
	expect(judge({ person: 'an', update: half, isStep2: true }, horizon, premises)).toEqual({ is: 'missing' });
	expect(horizon.end(3)).toBe(0);
	expect(judge({ person: 'an', update: good, isStep2: false }, horizon, premises)).toMatchObject({
		is: 'taken'
	});
});
