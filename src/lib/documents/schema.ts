/**
 * The form of every text, shared by server and browser. Each block of a document (an agenda item, a minutes
 * section, a clause) is one root-level fragment of the Yjs document, named by the block's id, and holds a
 * ProseMirror document of this schema.
 */
import { Schema, type NodeSpec } from 'prosemirror-model';

/** Raised when a node or mark is added; a browser with an older one reads and never writes. */
export const SCHEMA_VERSION = 1;

export type FactKind =
	| 'opening'
	| 'present'
	| 'attendance'
	| 'item'
	| 'comment'
	| 'closing'
	| 'questions'
	| 'rate'
	| 'tasks'
	| 'amendments'
	| 'speech'
	| 'vote'
	| 'closed'
	| 'amendment'
	| 'task'
	| 'clause-tasks'
	| 'previous-tasks'
	| 'conclusion'
	| 'opinion'
	| 'score';

const paragraph: NodeSpec = {
	content: 'text*',
	group: 'block',
	parseDOM: [{ tag: 'p' }],
	toDOM: () => ['p', 0]
};

/** A note announced by `minutes.write`: `id` is the note's, `author` the person's. */
const note: NodeSpec = {
	content: 'text*',
	group: 'block',
	attrs: { id: { default: '' }, author: { default: '' } },
	parseDOM: [
		{
			tag: 'div[data-note]',
			getAttrs: (dom) => ({ id: dom.dataset.note ?? '', author: dom.dataset.author ?? '' })
		}
	],
	toDOM: (node) => ['div', { 'data-note': node.attrs.id, 'data-author': node.attrs.author, class: 'note' }, 0]
};

/** A fact's place in the prose: holds an id, never words (design, "Two kinds of truth"). */
const fact: NodeSpec = {
	group: 'block',
	atom: true,
	attrs: { kind: { default: '' }, ref: { default: '' } },
	parseDOM: [
		{
			tag: 'div[data-fact]',
			getAttrs: (dom) => ({ kind: dom.dataset.fact ?? '', ref: dom.dataset.ref ?? '' })
		}
	],
	toDOM: (node) => ['div', { 'data-fact': node.attrs.kind, 'data-ref': node.attrs.ref, class: 'fact' }]
};

export const schema = new Schema({
	nodes: { doc: { content: 'block+' }, paragraph, note, fact, text: {} },
	marks: {
		strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
		em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] }
	}
});
