import { ballot } from '../i18n/en/ballot.ts';
import { chair } from '../i18n/en/chair.ts';
import { closed } from '../i18n/en/closed.ts';
import { common } from '../i18n/en/common.ts';
import { content } from '../i18n/en/content.ts';
import { desk } from '../i18n/en/desk.ts';
import { editor } from '../i18n/en/editor.ts';
import { floor } from '../i18n/en/floor.ts';
import { hall } from '../i18n/en/hall.ts';
import { remarks } from '../i18n/en/remarks.ts';
import { room } from '../i18n/en/room.ts';
import { tasks } from '../i18n/en/tasks.ts';
import { terms } from '../i18n/en/terms.ts';
import { voices } from '../i18n/en/voices.ts';
import { vote } from '../i18n/en/vote.ts';

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
