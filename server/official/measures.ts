/** Room for a hand-written name between an office and the name in print. */
export const LINES_TO_SIGN = 4;

/** A line below an office that says that it was signed in the system. */
export const SIGNED_PT = 11;

/** At the foot of every page. */
export const FOOT_PT = 8;

/** Of what the sealed record is checked by, with the side of its QR. */
export const SEAL_PT = 8;
export const QR_MM = 22;
