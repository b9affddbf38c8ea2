import { common } from '../i18n/vi/common.ts';
import { floor } from '../i18n/vi/floor.ts';
import { phone } from '../i18n/vi/phone.ts';
import { terms } from '../i18n/vi/terms.ts';

export const words = { common, terms, phone, floor };
