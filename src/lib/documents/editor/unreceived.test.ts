import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Committed, unreceived } from './unreceived.ts';

function paragraph(doc: Y.Doc, block: string): Y.XmlText {
	const text = new Y.XmlText();
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [text]);
	doc.getXmlFragment(block).push([element]);
	return text;
}

test('the words behind the confirmed clock are those that were not received, block by block', () => {
	const doc = new Y.Doc();
	const opening = paragraph(doc, 'opening');
	const closing = paragraph(doc, 'closing');
	opening.insert(0, 'Đã nhận. Chưa');
	const committed = new Committed();
	committed.raise(doc.clientID, Y.getState(doc.store, doc.clientID) - ' Chưa'.length);
	opening.insert(opening.length, ' nhận.');
	closing.insert(0, 'Cũng chưa.');
	expect(unreceived(doc, committed)).toEqual([
		{ block: 'opening', text: ' Chưa nhận.' },
		{ block: 'closing', text: 'Cũng chưa.' }
	]);
});

test('what came from the server, and what was taken away again, is not among them', () => {
	const server = new Y.Doc();
	paragraph(server, 'opening').insert(0, 'Của máy chủ.');
	const doc = new Y.Doc();
	const committed = new Committed();
	const update = Y.encodeStateAsUpdate(server);
	Y.applyUpdate(doc, update);
	committed.received(update);
	const text = (doc.getXmlFragment('opening').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	text.insert(0, 'Thôi.');
	text.delete(0, 5);
	expect(unreceived(doc, committed)).toEqual([]);
});
