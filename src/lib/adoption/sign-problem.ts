import type { AdoptionWords } from '../i18n/vi/adoption.ts';
import type { Asked } from './signing.ts';

/** Why what was typed is no signature; null for a refusal of the rules, which has its own sentence. */
export function signProblem(words: AdoptionWords['sign'], code: string, asked: Asked): string | null {
	if (code === 'wrong') return asked === 'code' ? words.wrongCode : words.wrongPassword;
	return code === 'too-many' ? words.tooMany : null;
}
