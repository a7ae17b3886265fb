import { toString as drawQr } from 'qrcode'

/**
 * A QR code as SVG. It has to be read from a photographed photocopy: a quarter may be lost. Of a long
 * text less (`M`, a seventh): more would make its squares too small.
 */
export const qrSvg = (text: string, level: 'Q' | 'M' = 'Q'): Promise<string> =>
  drawQr(text, { type: 'svg', errorCorrectionLevel: level, margin: level === 'M' ? 4 : 1 })
