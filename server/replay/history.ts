/**
 * What ever stood in a text, from its updates. Where letters stand among one another never changes in Yjs, so one
 * copy that forgets nothing, with the step of each letter's coming and going, tells how it read after any step.
 * Only a sign of two units that a program cut in half, which no editor does, reads as Yjs left it also before.
 */
import * as Y from 'yjs';
import { schema } from '../../src/lib/documents/schema.ts';
import type {
	AttributeHistory,
	ElementHistory,
	Life,
	Run,
	TextHistory,
	TextRuns
} from '../../src/lib/replay/contract.ts';
import type { Batch } from '../log/port.ts';
import { Lives } from './lives.ts';

/** @param breathe  awaited after each small piece of work */
export async function historyOf(
	batches: readonly Batch[],
	breathe: () => Promise<void>
): Promise<TextHistory> {
	const doc = new Y.Doc({ gc: false });
	const lives = new Lives();
	const people = new Map<string, number>();
	const steps = { seqs: [] as number[], ats: [] as number[], authors: [] as number[] };
	doc.on('afterTransaction', (transaction: Y.Transaction) => lives.take(transaction, steps.seqs.length));
	for (const { seq, parts } of batches) {
		for (const { author, at, update } of parts) {
			if (!people.has(author)) people.set(author, people.size);
			steps.seqs.push(seq);
			steps.ats.push(at);
			steps.authors.push(people.get(author) ?? 0);
			Y.applyUpdate(doc, update);
			await breathe();
		}
	}
	const blocks: Record<string, readonly ElementHistory[]> = {};
	for (const name of [...doc.share.keys()]) {
		const elements: ElementHistory[] = [];
		for (const item of itemsOf(doc.getXmlFragment(name))) {
			const element = elementOf(item, lives);
			if (element) elements.push(element);
			await breathe();
		}
		blocks[name] = elements;
	}
	doc.destroy();
	return { people: [...people.keys()], ...steps, blocks };
}

/** Also those that are gone. */
function itemsOf(type: Y.XmlFragment | Y.XmlText): Y.Item[] {
	const items: Y.Item[] = [];
	for (let item = type._start; item; item = item.right) items.push(item);
	return items;
}

/** Null for what the schema does not know. */
function elementOf(item: Y.Item, lives: Lives): ElementHistory | null {
	const element = item.content instanceof Y.ContentType ? item.content.type : null;
	if (!(element instanceof Y.XmlElement) || !Object.hasOwn(schema.nodes, element.nodeName)) return null;
	const names = Object.keys(schema.nodes[element.nodeName]?.spec.attrs ?? {});
	return {
		type: element.nodeName,
		life: lives.at(item.id.client, item.id.clock),
		attrs: Object.fromEntries(names.map((name) => [name, valuesOf(element, name, lives)])),
		texts: itemsOf(element).flatMap((child) => textOf(child, lives))
	};
}

function valuesOf(element: Y.XmlElement, name: string, lives: Lives): AttributeHistory[] {
	const values: AttributeHistory[] = [];
	for (let item = element._map.get(name) ?? null; item; item = item.left) {
		// Values that one client gave one after another may lie in one item.
		const { client, clock } = item.id;
		const given: readonly unknown[] = item.content.getContent();
		values.unshift(
			...given.map((value, index): AttributeHistory => [
				String(value ?? ''),
				...lives.at(client, clock + index)
			])
		);
	}
	return values;
}

function textOf(item: Y.Item, lives: Lives): TextRuns[] {
	const text = item.content instanceof Y.ContentType ? item.content.type : null;
	if (!(text instanceof Y.XmlText)) return [];
	const runs: Run[] = [];
	for (const each of itemsOf(text)) {
		if (each.content instanceof Y.ContentString) put(runs, each, each.content.str, lives);
		else if (each.content instanceof Y.ContentFormat && Object.hasOwn(schema.marks, each.content.key))
			runs.push({
				mark: each.content.key,
				on: each.content.value !== null,
				life: lives.at(each.id.client, each.id.clock)
			});
	}
	return [{ life: lives.at(item.id.client, item.id.clock), runs }];
}

function put(runs: Run[], item: Y.Item, letters: string, lives: Lives): void {
	let from = 0;
	for (const { length, life } of lives.along(item)) {
		const part = letters.slice(from, from + length);
		from += length;
		const last = runs.at(-1);
		if (last && !('mark' in last) && isAlike([last[1], last[2]], life))
			runs[runs.length - 1] = [last[0] + part, ...life];
		else runs.push([part, ...life]);
	}
}

function isAlike(a: Life, b: Life): boolean {
	return a[0] === b[0] && a[1] === b[1];
}
