import { chair } from '../i18n/en/chair.ts';
import { closed } from '../i18n/en/closed.ts';
import { common } from '../i18n/en/common.ts';
import { desk } from '../i18n/en/desk.ts';
import { editor } from '../i18n/en/editor.ts';
import { floor } from '../i18n/en/floor.ts';
import { room } from '../i18n/en/room.ts';
import { terms } from '../i18n/en/terms.ts';

export const words = {
	chair,
	closed,
	common,
	desk,
	editor,
	floor,
	room,
	terms
};
