import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { Gathering } from './batch.ts';
import { judge, type Premises } from './gate.ts';
import { Horizon } from './horizon.ts';
import { LIMITS } from './limits.ts';
import { jsonOf } from './text.ts';
import { updateOf } from './testing.ts';

const people = ['an', 'binh', 'chi'];
const premises: Premises = {
	owner: (client) => people[client % people.length],
	isNew: () => false,
	clientsLeft: 100,
	hasBlock: (name) => name === 'i1',
	noteAuthor: () => undefined,
	hasRoom: true,
	limits: LIMITS
};

interface Step {
	readonly who: number;
	readonly act: 'type' | 'delete' | 'paragraph' | 'mark' | 'remove' | 'hear';
	readonly at: number;
}

const steps = fc.array(
	fc.record<Step>({
		who: fc.nat(2),
		act: fc.constantFrom<Step['act']>('type', 'type', 'delete', 'paragraph', 'mark', 'remove', 'hear'),
		at: fc.nat(40)
	}),
	{ maxLength: 60 }
);

function perform(doc: Y.Doc, { act, at }: Step): void {
	const fragment = doc.getXmlFragment('i1');
	const paragraph = fragment.length > 0 ? (fragment.get(at % fragment.length) as Y.XmlElement) : null;
	const words = paragraph && paragraph.length > 0 ? (paragraph.get(0) as Y.XmlText) : null;
	if (act === 'paragraph' || !paragraph || !words) {
		const made = new Y.XmlElement('paragraph');
		made.insert(0, [new Y.XmlText('mới')]);
		fragment.insert(fragment.length > 0 ? at % fragment.length : 0, [made]);
	} else if (act === 'type') words.insert(at % (words.length + 1), 'chữ');
	else if (act === 'delete' && words.length > 1) words.delete(at % (words.length - 1), 1);
	else if (act === 'mark' && words.length > 1) words.format(at % (words.length - 1), 1, { strong: {} });
	else if (act === 'remove') fragment.delete(at % fragment.length, 1);
}

/** Everybody writes; now and then one hears all that the others have. Their updates, in the order they were made. */
function writing(script: readonly Step[]): { person: string; update: Uint8Array }[] {
	const docs = people.map((_person, index) => Object.assign(new Y.Doc(), { clientID: 300 + index }));
	return script.flatMap((step) => {
		const doc = docs[step.who];
		const person = people[step.who];
		if (!doc || !person) return [];
		if (step.act === 'hear') {
			for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
			return [];
		}
		return [{ person, update: updateOf(doc, (made) => perform(made, step)) }];
	});
}

/** All that was made, and the words that stand. */
function held(doc: Y.Doc) {
	const made = Y.decodeStateVector(Y.encodeStateVector(doc));
	return {
		made,
		words: doc
			.getXmlFragment('i1')
			.toString()
			.replaceAll(/<\/?strong>/g, '')
	};
}

test('whatever people write together passes in batches of any size, and every part can be applied in its turn', () => {
	const property = fc.property(steps, fc.integer({ min: 1, max: 20 }), (script, size) => {
		const updates = writing(script);
		const everybody = new Y.Doc();
		for (const { update } of updates) Y.applyUpdate(everybody, update);
		const doc = new Y.Doc();
		for (let from = 0; from < updates.length; from += size) {
			const horizon = new Horizon(doc);
			const gathering = new Gathering();
			for (const { person, update } of updates.slice(from, from + size)) {
				const verdict = judge({ person, update, isStep2: false }, horizon, premises);
				expect(['taken', 'known']).toContain(verdict.is);
				if (verdict.is === 'taken') gathering.add({ author: person, ...verdict });
			}
			for (const { author, update } of gathering.parts(0)) {
				for (const client of Y.parseUpdateMeta(update).from.keys())
					expect(premises.owner(client)).toBe(author);
				Y.applyUpdate(doc, update);
				expect(doc.store.pendingStructs).toBeNull();
				expect(doc.store.pendingDs).toBeNull();
			}
		}
		expect(held(doc)).toEqual(held(everybody));
		// Each copy drops marks that its own order of arrival made needless, and tells the others so.
		for (const [to, from] of [
			[doc, everybody],
			[everybody, doc],
			[doc, everybody]
		] as const)
			Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
		expect(jsonOf(doc, ['i1'])).toEqual(jsonOf(everybody, ['i1']));
	});
	fc.assert(property, { numRuns: 300 });
});

test('bytes that were tampered with never throw, and what passes leaves nothing pending in any copy', () => {
	const property = fc.property(
		steps,
		fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
		fc.boolean(),
		(script, changes, isStep2) => {
			const doc = new Y.Doc();
			for (const { person, update } of writing(script)) {
				const bytes = Uint8Array.from(update);
				for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
				const verdict = judge({ person, update: bytes, isStep2 }, new Horizon(doc), premises);
				if (verdict.is !== 'taken') continue;
				Y.applyUpdate(doc, verdict.update);
				expect(doc.store.pendingStructs).toBeNull();
				expect(doc.store.pendingDs).toBeNull();
			}
			const loaded = new Y.Doc();
			Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc));
			expect(loaded.store.pendingStructs).toBeNull();
			expect([...doc.share.keys()].filter((name) => name !== 'i1')).toEqual([]);
		}
	);
	fc.assert(property, { numRuns: 500 });
});
