/// <reference lib="dom" />
// Apart, because it is large and most telephones never need it.
import library from 'jsqr'

const decode = typeof library === 'function' ? library : library.default

/** What the QR code in a picture says; null where none is read. */
export const readPicture = ({ data, width, height }: ImageData): string | null =>
  decode(data, width, height, { inversionAttempts: 'dontInvert' })?.data || null
