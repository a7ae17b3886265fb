/** A page at some 140, 220 and 90 dots an inch: what is too fine for one is clear in another. */
const sides = [1700, 2560, 1100] as const
const mostPixels = 50_000_000

/**
 * What the QR code in a picture says; null where none can be read. Taken in when the first picture
 * comes: only the worker reads any. Some 100 ms of a processor a try.
 */
export async function readQr(picture: Buffer): Promise<string | null> {
  const [{ default: sharp }, { default: library }] = await Promise.all([
    import('sharp'),
    import('jsqr'),
  ])
  const decode = typeof library === 'function' ? library : library.default
  for (const side of sides) {
    const { data, info } = await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
    const found = decode(pixels, info.width, info.height, { inversionAttempts: 'dontInvert' })
    if (found && found.data !== '') return found.data
  }
  return null
}
