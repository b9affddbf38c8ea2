import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { schema } from '../../src/lib/documents/schema.ts';
import { judge } from './gate.ts';
import { Horizon } from './horizon.ts';
import { LIMITS } from './limits.ts';
import { updateOf } from './testing.ts';
import { jsonOf, noteTextOf, textOf } from './text.ts';
import { ensureFact, appendParagraph, setNoteText, setText } from './write.ts';
import { wordsIn } from './words.ts';

const PAGE = {
	type: 'doc',
	content: [
		{
			type: 'paragraph',
			content: [
				{ type: 'text', text: 'Chi bộ ' },
				{ type: 'text', marks: [{ type: 'strong' }, { type: 'em' }], text: 'họp' },
				{ type: 'text', text: ' lúc 8 giờ' }
			]
		},
		{ type: 'fact', attrs: { kind: 'attendance', ref: 'a1' } },
		{
			type: 'note',
			attrs: { id: 'n1', author: 'an' },
			content: [{ type: 'text', text: 'Đồng chí Bình đến muộn' }]
		},
		{ type: 'paragraph' }
	]
};

/** A document that y-prosemirror wrote. */
function page(): Y.Doc {
	const doc = new Y.Doc();
	prosemirrorJSONToYXmlFragment(schema, PAGE, doc.getXmlFragment('i1'));
	return doc;
}

const asEditor = (doc: Y.Doc, block: string) =>
	yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(block), schema).toJSON();

test('reads what y-prosemirror writes, in its own form', () => {
	const doc = page();
	expect(jsonOf(doc, ['i1', 'i2'])).toEqual({
		type: 'document',
		content: [
			{ type: 'block', attrs: { id: 'i1' }, content: PAGE.content },
			{ type: 'block', attrs: { id: 'i2' }, content: [] }
		]
	});
	expect(asEditor(doc, 'i1')).toEqual(PAGE);
	expect(textOf(doc, 'i1')).toBe('Chi bộ họp lúc 8 giờ\nĐồng chí Bình đến muộn\n');
	expect([noteTextOf(doc, 'n1'), noteTextOf(doc, 'n2'), textOf(doc, 'i9')]).toEqual([
		'Đồng chí Bình đến muộn',
		'',
		''
	]);
	expect([...doc.share.keys()], 'asking makes nothing').toEqual(['i1']);
});

test('what y-prosemirror writes passes the gate', () => {
	const doc = page();
	const premises = {
		owner: () => 'an',
		isNew: () => false,
		clientsLeft: 1,
		hasBlock: () => true,
		noteAuthor: () => undefined,
		hasRoom: true,
		limits: LIMITS
	};
	const verdict = judge(
		{ person: 'an', update: Y.encodeStateAsUpdate(doc), isStep2: false },
		new Horizon(new Y.Doc()),
		premises
	);
	expect(verdict.is).toBe('taken');
});

test('y-prosemirror reads what the server writes', () => {
	const doc = new Y.Doc();
	setText(doc, 'c1', 'Một\nHai');
	ensureFact(doc, 'c1', 'vote', 'v1');
	appendParagraph(doc, 'c1', 'Ba');
	expect(asEditor(doc, 'c1')).toEqual({
		type: 'doc',
		content: [
			{ type: 'paragraph', content: [{ type: 'text', text: 'Một' }] },
			{ type: 'paragraph', content: [{ type: 'text', text: 'Hai' }] },
			{ type: 'fact', attrs: { kind: 'vote', ref: 'v1' } },
			{ type: 'paragraph', content: [{ type: 'text', text: 'Ba' }] }
		]
	});
});

test('words come out in NFC, whatever was typed; the hash is that of the RFC 8785 form', () => {
	const doc = new Y.Doc();
	doc.getXmlFragment('i1').push([new Y.XmlElement('paragraph')]);
	(doc.getXmlFragment('i1').get(0) as Y.XmlElement).push([new Y.XmlText('Nghị quyết'.normalize('NFD'))]);
	expect(textOf(doc, 'i1')).toBe('Nghị quyết'.normalize('NFC'));
	const { json, sha256 } = wordsIn(doc);
	expect(JSON.stringify(json(['i1']))).toContain('Nghị quyết'.normalize('NFC'));
	expect(sha256(['i1'])).toBe(
		createHash('sha256')
			.update(canonicalize(json(['i1'])) ?? '')
			.digest('hex')
	);
	setText(doc, 'i1', 'Nghị quyết'.normalize('NFC'));
	expect(sha256(['i1']), 'the same words again change nothing').toBe(wordsIn(doc).sha256(['i1']));
});

test.each([
	['Một\nHai\nBa', 'Một\nHai\nBa'],
	['Một\nHai\nBa', 'Một\nHai rưỡi\nBa'],
	['Một\nHai\nBa', 'Một\nBa'],
	['Một\nBa', 'Một\nHai\nBa'],
	['', 'Một'],
	['Một', ''],
	['a\na', 'a\na\na'],
	['Một\nHai', 'Ba\nBốn\nNăm'],
	['😀😃', '😀😄'],
	['aaa', 'aa']
])('gives a block another text: %j, then %j', (before, after) => {
	const doc = new Y.Doc();
	setText(doc, 'c1', before);
	ensureFact(doc, 'c1', 'vote', 'v1');
	expect(textOf(doc, 'c1')).toBe(before);
	setText(doc, 'c1', after);
	expect(textOf(doc, 'c1')).toBe(after);
	expect(doc.getXmlFragment('c1').toString()).toContain('<fact kind="vote" ref="v1">');
});

test('an amendment keeps what others type elsewhere in the clause at that moment', () => {
	const doc = new Y.Doc();
	setText(doc, 'c1', 'Họp ngày 3 hằng tháng.\nĐảng phí nộp đúng hạn.');
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	const typed = updateOf(other, (made) => {
		const words = (made.getXmlFragment('c1').get(0) as Y.XmlElement).get(0) as Y.XmlText;
		words.insert(words.length, ' Có mặt đủ.');
	});
	setText(doc, 'c1', 'Họp ngày 5 hằng tháng.\nĐảng phí nộp đúng hạn.');
	Y.applyUpdate(doc, typed);
	expect(textOf(doc, 'c1')).toBe('Họp ngày 5 hằng tháng. Có mặt đủ.\nĐảng phí nộp đúng hạn.');
});

test('corrects a note where it stands, and nothing where there is none', () => {
	const doc = page();
	expect(setNoteText(doc, 'n1', 'Đồng chí Bình đến đúng giờ')).toBe(true);
	expect(noteTextOf(doc, 'n1')).toBe('Đồng chí Bình đến đúng giờ');
	expect(asEditor(doc, 'i1').content[2].attrs).toEqual({ id: 'n1', author: 'an' });
	expect(setNoteText(doc, 'n2', 'x')).toBe(false);
});

test('marks stay on what an amendment does not touch', () => {
	const doc = page();
	setText(doc, 'i1', 'Chi bộ họp lúc 9 giờ\nĐồng chí Bình đến muộn\n');
	expect(asEditor(doc, 'i1').content[0].content[1]).toEqual({
		type: 'text',
		marks: [{ type: 'strong' }, { type: 'em' }],
		text: 'họp'
	});
	expect(asEditor(doc, 'i1').content.length).toBe(4);
});

test('a fact takes its place above the empty line where somebody is about to write, and behind words', () => {
	const doc = new Y.Doc();
	const shape = () =>
		doc
			.getXmlFragment('i1')
			.toArray()
			.map((node) => (node as Y.XmlElement).nodeName);
	ensureFact(doc, 'i1', 'opening', 'opening');
	appendParagraph(doc, 'i1', '');
	ensureFact(doc, 'i1', 'attendance', 'opening');
	expect(shape()).toEqual(['fact', 'fact', 'paragraph']);
	appendParagraph(doc, 'i1', 'Đại biểu đến đủ.');
	ensureFact(doc, 'i1', 'present', 'present');
	expect(shape()).toEqual(['fact', 'fact', 'paragraph', 'paragraph', 'fact']);
});
