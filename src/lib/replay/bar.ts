/** The bar with the slider, which stands over the lower edge of the window. */
export const BAR_ID = 'replay-bar';
