import { toString as drawQr } from 'qrcode'

/** A QR code as SVG. It has to be read from a photographed photocopy: a quarter may be lost. */
export const qrSvg = (text: string): Promise<string> =>
  drawQr(text, { type: 'svg', errorCorrectionLevel: 'Q', margin: 1 })
