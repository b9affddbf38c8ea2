import { common } from '../i18n/en/common.ts';
import { debrief } from '../i18n/en/debrief.ts';
import { remarks } from '../i18n/en/remarks.ts';
import { room } from '../i18n/en/room.ts';
import { terms } from '../i18n/en/terms.ts';

export const words = { common, debrief, remarks, room, terms };
