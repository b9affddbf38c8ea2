import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { changesIn, nodesOf, standingAt, writtenOf } from '../../src/lib/replay/text.ts';
import { sentencesOf } from '../../src/lib/replay/sentences.ts';
import { Chance } from '../../tests/support/chance.ts';
import { jsonOf, writtenIn } from '../documents/text.ts';
import { appendNote, ensureFact, setText } from '../documents/write.ts';
import type { Batch } from '../log/port.ts';
import { historyOf } from './history.ts';

const BLOCKS = ['a1', 'a2'];
const calm = () => Promise.resolve();

/** Somebody's copy: what they write goes out, what others wrote comes in when it comes. */
class Author {
	readonly doc = new Y.Doc();
	readonly out: Uint8Array[] = [];

	constructor() {
		this.doc.on('update', (update: Uint8Array, origin) => origin === 'others' || this.out.push(update));
	}

	take(update: Uint8Array): void {
		Y.applyUpdate(this.doc, update, 'others');
	}

	act(chance: Chance): void {
		const block = chance.one(BLOCKS);
		const fragment = this.doc.getXmlFragment(block);
		const text = chance.one(fragment.toArray().flatMap(textsIn).concat([new Y.XmlText()]));
		this.doc.transact(() =>
			chance.one<() => void>([
				() => setText(this.doc, block, chance.one(['Một câu. Câu nữa.', 'Hai\nba dòng', ''])),
				() => ensureFact(this.doc, block, 'speech', `s${chance.below(4)}`),
				() => appendNote(this.doc, block, { id: `n${chance.below(99)}`, author: 'm02', text: 'ghi lời' }),
				() => fragment.length > 0 && fragment.delete(chance.below(fragment.length), 1),
				() => text.doc && text.insert(chance.below(text.length + 1), chance.one(['chữ ', 'é', 'x', '. '])),
				() => text.doc && text.length > 2 && text.delete(chance.below(text.length - 2), 2),
				() =>
					text.doc &&
					text.length > 3 &&
					text.format(chance.below(text.length - 3), 3, {
						[chance.one(['strong', 'em'])]: chance.one([{}, null])
					}),
				() => {
					const note = fragment.toArray().find(isNote);
					note?.setAttribute('author', chance.one(['m03', 'm04']));
				}
			])()
		);
	}
}

function textsIn(node: unknown): Y.XmlText[] {
	return node instanceof Y.XmlElement ? node.toArray().filter((each) => each instanceof Y.XmlText) : [];
}

function isNote(node: unknown): node is Y.XmlElement {
	return node instanceof Y.XmlElement && node.nodeName === 'note';
}

test.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
	'[RP3] a text after any step reads as it read live: seed %i',
	async (seed) => {
		const chance = new Chance(seed);
		const authors = [new Author(), new Author(), new Author()];
		const live = new Y.Doc();
		const batches: Batch[] = [];
		const seen: { nodes: unknown; written: unknown }[] = [];
		while (batches.length < 120) {
			const author = chance.one(authors);
			if (chance.next() < 0.7) author.act(chance);
			const update = author.out.shift();
			if (!update) continue;
			Y.applyUpdate(live, update);
			// The others hear of it at once, or not before much later: then they write at the same place meanwhile.
			for (const other of authors) if (other !== author) other.take(update);
			const at = batches.length * 1000;
			batches.push({
				seq: batches.length + 1,
				parts: [{ author: `m${authors.indexOf(author)}`, at, update }]
			});
			seen.push({
				nodes: jsonOf(live, BLOCKS).content.map(({ content }) => content),
				written: BLOCKS.map((block) => writtenIn(live, block))
			});
		}
		const history = JSON.parse(JSON.stringify(await historyOf(batches, calm))) as Awaited<
			ReturnType<typeof historyOf>
		>;
		for (const [index, { nodes, written }] of seen.entries()) {
			const standing = BLOCKS.map((block) => standingAt(history, block, index + 1));
			expect(standing.map(nodesOf), `step ${index + 1}`).toEqual(nodes);
			expect(standing.map(writtenOf), `step ${index + 1}`).toEqual(written);
		}
		// Between two changes of a block nothing of it changes.
		for (const block of BLOCKS) {
			const changes = new Set(changesIn(history, block));
			for (let step = 1; step <= batches.length; step += 1)
				if (!changes.has(step))
					expect(standingAt(history, block, step)).toEqual(standingAt(history, block, step - 1));
		}
	}
);

test('[RP5] every sentence says who wrote it and when, whoever wrote inside it later', async () => {
	const author = new Author();
	setText(author.doc, 'a1', 'Chi bộ họp lúc 19.30. Có mặt 12 đồng chí.');
	const text = textsIn(author.doc.getXmlFragment('a1').get(0))[0];
	text?.insert(text.length - ' đồng chí.'.length, ' trên 14');
	text?.insert(0, 'Tối nay ');
	const batches = author.out.map((update, index) => ({
		seq: index + 1,
		parts: [{ author: ['m06', 'm02', 'o1'][index] ?? '', at: 1000 * (index + 1), update }]
	}));
	const history = await historyOf(batches, calm);
	const [paragraph] = standingAt(history, 'a1', 3);
	expect(sentencesOf(history, paragraph?.pieces ?? [])).toEqual([
		{
			text: 'Tối nay Chi bộ họp lúc 19.30. ',
			writers: [
				{ person: 'o1', from: 3000, to: 3000 },
				{ person: 'm06', from: 1000, to: 1000 }
			]
		},
		{
			text: 'Có mặt 12 trên 14 đồng chí.',
			writers: [
				{ person: 'm06', from: 1000, to: 1000 },
				{ person: 'm02', from: 2000, to: 2000 }
			]
		}
	]);
	expect(standingAt(history, 'a1', 0)).toEqual([]);
});
