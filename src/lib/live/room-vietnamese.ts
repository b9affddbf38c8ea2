import { ballot } from '../i18n/vi/ballot.ts';
import { chair } from '../i18n/vi/chair.ts';
import { closed } from '../i18n/vi/closed.ts';
import { common } from '../i18n/vi/common.ts';
import { content } from '../i18n/vi/content.ts';
import { desk } from '../i18n/vi/desk.ts';
import { editor } from '../i18n/vi/editor.ts';
import { floor } from '../i18n/vi/floor.ts';
import { hall } from '../i18n/vi/hall.ts';
import { remarks } from '../i18n/vi/remarks.ts';
import { room } from '../i18n/vi/room.ts';
import { tasks } from '../i18n/vi/tasks.ts';
import { terms } from '../i18n/vi/terms.ts';
import { voices } from '../i18n/vi/voices.ts';
import { vote } from '../i18n/vi/vote.ts';

export const words = {
	ballot,
	chair,
	closed,
	common,
	content,
	desk,
	editor,
	floor,
	hall,
	remarks,
	room,
	tasks,
	terms,
	voices,
	vote
};
