/** Room for a hand-written name between an office and the name in print. */
export const LINES_TO_SIGN = 4;

/** At the foot of every page. */
export const FINGERPRINT_PT = 8;
