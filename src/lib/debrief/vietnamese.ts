import { common } from '../i18n/vi/common.ts';
import { debrief } from '../i18n/vi/debrief.ts';
import { remarks } from '../i18n/vi/remarks.ts';
import { room } from '../i18n/vi/room.ts';
import { terms } from '../i18n/vi/terms.ts';

export const words = { common, debrief, remarks, room, terms };
