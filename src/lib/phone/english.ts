import { common } from '../i18n/en/common.ts';
import { floor } from '../i18n/en/floor.ts';
import { phone } from '../i18n/en/phone.ts';
import { terms } from '../i18n/en/terms.ts';

export const words = { common, terms, phone, floor };
