import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { Selection, type Command, type Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { schema } from '../schema.ts';

function known<Type>(type: Type | undefined, name: string): Type {
	if (!type) throw new Error(`the schema has no ${name}`);
	return type;
}

const strong: MarkType = known(schema.marks['strong'], 'strong');
const em: MarkType = known(schema.marks['em'], 'em');
const note: NodeType = known(schema.nodes['note'], 'note');
const paragraph: NodeType = known(schema.nodes['paragraph'], 'paragraph');

/** A note is one person's: what follows it is a paragraph, not a second note under the same name. */
const leaveNote: Command = (state, dispatch) =>
	state.selection.$from.parent.type === note && splitBlockAs(() => ({ type: paragraph }))(state, dispatch);

/** Behind the last words, also where a fact stands behind them: there the browser's own key stays where it is. */
const toLastWords: Command = ({ doc, tr }, dispatch) => {
	const end = Selection.findFrom(doc.resolve(doc.content.size), -1, true);
	if (end) dispatch?.(tr.setSelection(end).scrollIntoView());
	return end !== null;
};

/** Esc goes back to the page, so that nobody is caught in a text; Tab leaves by itself. */
const leave: Command = (_state, _dispatch, view) => {
	view?.dom.blur();
	return true;
};

export function keys(): Plugin[] {
	return [
		keymap({
			'Mod-b': toggleMark(strong),
			'Mod-i': toggleMark(em),
			'Mod-z': undoCommand,
			'Mod-y': redoCommand,
			'Mod-Shift-z': redoCommand,
			'Mod-End': toLastWords,
			Enter: chainCommands(leaveNote, baseKeymap['Enter'] ?? leaveNote),
			Escape: leave
		}),
		keymap(baseKeymap)
	];
}
