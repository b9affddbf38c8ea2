import { EditorState, NodeSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { ySyncPlugin, yUndoPlugin, ySyncPluginKey } from 'y-prosemirror';
import { schema } from '../schema.ts';
import { behindFacts } from './behind-facts.ts';
import { carets } from './carets.ts';
import { calmWhileComposing } from './composition.ts';
import type { Copy } from './copy.svelte.ts';
import { keys } from './keys.ts';
import { nfc } from './nfc.ts';
import { nodeViews, type Wording } from './node-views.svelte.ts';
import { ownPlace } from './own-place.ts';
import { markAnew, marked, type Anchor } from './passages.ts';
import { plainText } from './plain-text.ts';

export interface BlockOptions {
	readonly copy: Copy;
	readonly block: string;
	readonly label: () => string;
	/** May change while the view lives. */
	readonly editable: () => boolean;
	readonly wording: Wording;
	/** Words of this block that comments name. */
	readonly passages: () => readonly Anchor[];
	/** Told when the view is there, and null when it goes. */
	readonly onview: (view: EditorView | null) => void;
}

/** Mounts an editor on one block of a document; the element it is attached to becomes the editor's parent. */
export function blockEditor(options: BlockOptions): Attachment<HTMLElement> {
	return (parent) => {
		const view = untrack(() => mount(parent, options));
		const forget = stickToOwnWords(view, options.copy);
		const leave = options.copy.onOutdated(() => view.destroy());
		$effect(() => {
			const attributes = attributesOf(options.label(), options.editable());
			untrack(() => !view.isDestroyed && view.setProps({ attributes }));
		});
		$effect(() => {
			options.passages();
			untrack(() => !view.isDestroyed && markAnew(view));
		});
		options.onview(view);
		return () => {
			options.onview(null);
			leave();
			forget();
			if (!view.isDestroyed) view.destroy();
		};
	};
}

function mount(parent: HTMLElement, { copy, block, editable, wording, passages }: BlockOptions): EditorView {
	const plugins = [
		ySyncPlugin(copy.doc.getXmlFragment(block)),
		carets(copy.awareness),
		marked(() => untrack(passages)),
		yUndoPlugin(),
		calmWhileComposing(copy.incoming),
		behindFacts(),
		nfc(),
		plainText(),
		...keys()
	];
	return new EditorView(parent, {
		state: EditorState.create({ schema, plugins }),
		editable: () => untrack(editable),
		// News of the others' carets may come a moment after the view is gone.
		dispatchTransaction(this: EditorView, transaction) {
			if (!this.isDestroyed) this.updateState(this.state.apply(transaction));
		},
		nodeViews: nodeViews(wording)
	});
}

function attributesOf(label: string, isEditable: boolean): Record<string, string> {
	return {
		class: 'block-text',
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-label': label,
		'aria-readonly': String(!isEditable),
		lang: 'vi',
		translate: 'no'
	};
}

/**
 * Before the others' words come in: see `own-place.ts`. The binding keeps a place that is already set. A chosen fact
 * is remembered as the place behind it: the binding would look for the fact again and fail where it is gone.
 */
function stickToOwnWords(view: EditorView, { doc }: Copy): () => void {
	const remember = () => {
		if (view.isDestroyed) return;
		const { binding } = ySyncPluginKey.getState(view.state);
		const { selection } = view.state;
		const isFact = selection instanceof NodeSelection;
		if (binding.beforeTransactionSelection !== null || !(isFact || '$cursor' in selection)) return;
		const { anchor, head } = isFact ? { anchor: selection.to, head: selection.to } : selection;
		binding.beforeTransactionSelection = {
			type: 'text',
			anchor: ownPlace(view.state, anchor),
			head: ownPlace(view.state, head)
		};
	};
	// The binding listens already; what is asked first decides, so it is asked again behind this one.
	const { binding } = ySyncPluginKey.getState(view.state);
	doc.off('beforeAllTransactions', binding.beforeAllTransactions);
	doc.on('beforeAllTransactions', remember);
	doc.on('beforeAllTransactions', binding.beforeAllTransactions);
	return () => doc.off('beforeAllTransactions', remember);
}
