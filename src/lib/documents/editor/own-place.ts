import type { EditorState } from 'prosemirror-state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';

/**
 * Where a caret stands, tied to the character on its left: the one just typed. y-prosemirror ties it to the one on
 * its right, so that somebody who writes at the same place pushes it along and the next letter lands behind their
 * words.
 */
export function ownPlace(state: EditorState, position: number): Y.RelativePosition {
	const { type, doc, binding } = ySyncPluginKey.getState(state);
	const place: Y.RelativePosition = absolutePositionToRelativePosition(position, type, binding.mapping);
	const at = Y.createAbsolutePositionFromRelativePosition(place, doc);
	if (at === null || !(at.type instanceof Y.XmlText) || at.index === 0) return place;
	return Y.createRelativePositionFromTypeIndex(at.type, at.index, -1);
}
