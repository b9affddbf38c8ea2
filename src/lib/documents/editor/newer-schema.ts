import type { Schema } from 'prosemirror-model';
import * as Y from 'yjs';

/**
 * Whether a change brings nodes, attributes or marks that this page's schema does not know, because a newer page
 * wrote them. The editor's binding would delete them: such a document is read here, and never written.
 */
export function bringsUnknown(transaction: Y.Transaction, schema: Schema): boolean {
	for (const [client, end] of transaction.afterState) {
		const start = transaction.beforeState.get(client) ?? 0;
		if (start >= end) continue;
		const structs = transaction.doc.store.clients.get(client) ?? [];
		for (let index = Y.findIndexSS(structs, start); index < structs.length; index += 1) {
			const struct = structs[index];
			if (struct instanceof Y.Item && isUnknown(struct, schema)) return true;
		}
	}
	return false;
}

function isUnknown({ content, parent, parentSub }: Y.Item, schema: Schema): boolean {
	if (content instanceof Y.ContentType) {
		return content.type instanceof Y.XmlElement && !(content.type.nodeName in schema.nodes);
	}
	if (content instanceof Y.ContentFormat) return !(content.key in schema.marks);
	if (parentSub === null || !(parent instanceof Y.XmlElement)) return false;
	const node = schema.nodes[parent.nodeName];
	return node !== undefined && !(parentSub in (node.spec.attrs ?? {}));
}
