import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { rescue } from './rescue.ts';

/** Two people at one section; what one writes reaches the other when `pass` says so. */
class Person {
	readonly doc = new Y.Doc();
	#applying: Uint8Array | null = null;

	constructor() {
		rescue(
			this.doc,
			() => this.#applying,
			() => true
		);
	}

	get paragraphs(): Y.XmlElement[] {
		return this.doc.getXmlFragment('s').toArray() as Y.XmlElement[];
	}
	get words(): string[] {
		return this.paragraphs.map((paragraph) => paragraph.toArray().join(''));
	}
	text(at: number): Y.XmlText {
		return this.paragraphs[at]?.get(0) as Y.XmlText;
	}
	take(update: Uint8Array): void {
		this.#applying = update;
		Y.applyUpdate(this.doc, update, 'link');
		this.#applying = null;
	}
	/** As the editor's binding joins: the words are written anew behind the first, and the second goes. */
	join(first: number): void {
		this.doc.transact(() => {
			const moved = this.text(first + 1).toString();
			this.text(first).insert(this.text(first).length, moved);
			this.doc.getXmlFragment('s').delete(first + 1, 1);
		});
	}
}

async function exchange(a: Person, b: Person): Promise<void> {
	for (let round = 0; round < 2; round += 1) {
		const forB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc));
		const forA = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc));
		b.take(forB);
		a.take(forA);
		await Promise.resolve();
	}
}

async function twoPeople(...words: string[]): Promise<[Person, Person]> {
	const [a, b] = [new Person(), new Person()];
	const paragraphs = words.map((each) => {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText(each)]);
		return paragraph;
	});
	a.doc.getXmlFragment('s').insert(0, paragraphs);
	await exchange(a, b);
	return [a, b];
}

test('what is typed at the end of a paragraph while another joins it stands behind the joined words', async () => {
	const [a, b] = await twoPeople('Chi bộ họp.', ' Đủ người.');
	a.text(1).insert(a.text(1).length, ' Vắng một 🎉.');
	b.join(0);
	await exchange(a, b);
	expect(a.words).toEqual(['Chi bộ họp. Đủ người. Vắng một 🎉.']);
	expect(b.words).toEqual(a.words);
});

test('what is typed in the middle stands there, and each puts back their own alone', async () => {
	const [a, b] = await twoPeople('Một.', 'hai bốn', 'Cuối.');
	a.text(1).insert(4, 'ba ');
	b.text(1).insert(0, '[B] ');
	b.join(0);
	await exchange(a, b);
	expect(a.words).toEqual(['Một.[B] hai ba bốn', 'Cuối.']);
	expect(b.words).toEqual(a.words);
});

test('an empty paragraph that goes gives its new words to the one before', async () => {
	const [a, b] = await twoPeople('Một.', '');
	a.text(1).insert(0, ' Hai.');
	b.join(0);
	await exchange(a, b);
	expect(b.words).toEqual(['Một. Hai.']);
});

test('where the paragraph was deleted with all its words, the new ones get one of their own', async () => {
	const [a, b] = await twoPeople('Một.', 'Hai.', 'Ba.');
	a.text(1).insert(0, 'Mới. ');
	b.doc.getXmlFragment('s').delete(1, 1);
	await exchange(a, b);
	expect(b.words).toEqual(['Một.', 'Mới. ', 'Ba.']);
	expect(a.words).toEqual(b.words);
});

test('what who deleted it had seen stays deleted', async () => {
	const [a, b] = await twoPeople('Một.', 'Hai.');
	a.text(1).insert(4, ' Biết rồi.');
	await exchange(a, b);
	b.doc.getXmlFragment('s').delete(1, 1);
	await exchange(a, b);
	expect(a.words).toEqual(['Một.']);
	expect(b.words).toEqual(['Một.']);
});
