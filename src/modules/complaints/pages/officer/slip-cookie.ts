/** In the browser to which a slip was given, for as long as it may be handed over. */
export const slipCookie = 'officer-slip'
