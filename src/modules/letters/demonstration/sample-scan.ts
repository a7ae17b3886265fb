import { qrSvg } from '../../../platform/documents/qr.ts'
import type { GivenFile } from '../../evidence/index.ts'

/** A page with a code on it, as it comes from a scanner: a little askew, and of nobody. */
export async function sampleScan(text: string): Promise<GivenFile> {
  const { default: sharp } = await import('sharp')
  const code = (await qrSvg(text)).replace('<svg ', '<svg x="90" y="880" width="150" height="150" ')
  const bytes = await sharp(Buffer.from(page(code)))
    .jpeg({ quality: 75 })
    .toBuffer()
  return { name: 'ច្បាប់ស្កេនគំរូ.jpg', bytes, whole: true }
}

const line = (y: number, width: number) =>
  `<rect x="90" y="${y}" width="${width}" height="9" fill="#555"/>`

const page = (code: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1240">
  <rect width="900" height="1240" fill="#b9b4aa"/>
  <g transform="rotate(1.6 450 620)">
    <rect x="25" y="25" width="850" height="1190" fill="#fdfcf7"/>
    ${[120, 150].map((y) => line(y, 260)).join('')}
    ${Array.from({ length: 14 }, (_, index) => line(300 + index * 34, index === 13 ? 380 : 700)).join('')}
    ${code}
    <circle cx="640" cy="930" r="85" fill="none" stroke="#b3242e" stroke-width="8" opacity="0.7"/>
    <path d="M560 960q40-90 60-20t50-30 60 20 50-60" fill="none" stroke="#1d3f8f" stroke-width="5"/>
  </g>
</svg>`
