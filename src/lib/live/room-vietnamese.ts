import { chair } from '../i18n/vi/chair.ts';
import { closed } from '../i18n/vi/closed.ts';
import { common } from '../i18n/vi/common.ts';
import { desk } from '../i18n/vi/desk.ts';
import { editor } from '../i18n/vi/editor.ts';
import { floor } from '../i18n/vi/floor.ts';
import { room } from '../i18n/vi/room.ts';
import { terms } from '../i18n/vi/terms.ts';

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
