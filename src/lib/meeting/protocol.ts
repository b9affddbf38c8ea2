/** Raised when an old page could misread what is sent; an old page is told to reload. */
export const PROTOCOL_NUMBER = 1;
