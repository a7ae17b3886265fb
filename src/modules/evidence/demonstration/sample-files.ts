import type { GivenFile } from '../actions/judge-file.ts'

/** A receipt that nobody ever wrote, as if it had been photographed. */
export async function sampleReceipt(): Promise<GivenFile> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp(Buffer.from(receipt)).jpeg({ quality: 80 }).toBuffer()
  return { name: 'វិក្កយបត្រគំរូ.jpg', bytes, whole: true }
}

const receipt = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
  <rect width="1200" height="900" fill="#8a6f4d"/>
  <g transform="rotate(-3 600 450)" font-family="sans-serif" fill="#1b2430">
    <rect x="200" y="120" width="800" height="660" fill="#fbf8ef"/>
    <text x="600" y="230" font-size="56" text-anchor="middle">EXAMPLE</text>
    <text x="280" y="350" font-size="40">Service fee</text>
    <text x="920" y="350" font-size="40" text-anchor="end">650 USD</text>
    <text x="280" y="430" font-size="40">Passport</text>
    <text x="920" y="430" font-size="40" text-anchor="end">120 USD</text>
    <line x1="280" y1="480" x2="920" y2="480" stroke="#1b2430" stroke-width="3"/>
    <text x="280" y="560" font-size="44">Paid</text>
    <text x="920" y="560" font-size="44" text-anchor="end">770 USD</text>
    <text x="600" y="710" font-size="30" text-anchor="middle">NOT A REAL RECEIPT</text>
  </g>
</svg>`

const rate = 8000
const seconds = 3

/** A low tone instead of a voice: nobody spoke for the demonstration. */
export function sampleRecording(): GivenFile {
  const length = rate * seconds
  const bytes = Buffer.alloc(44 + length)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + length, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(length, 40)
  for (let at = 0; at < length; at += 1)
    bytes.writeUInt8(128 + Math.round(24 * Math.sin((at / rate) * 2 * Math.PI * 220)), 44 + at)
  return { name: 'សំឡេងគំរូ.wav', bytes, whole: true }
}

/** A document that would act when opened: it is refused, and says why. */
export function sampleActiveDocument(): GivenFile {
  const text = '%PDF-1.4\n1 0 obj << /OpenAction << /S /JavaScript /JS (x) >> >> endobj\n%%EOF\n'
  return { name: 'ឯកសារគំរូ.pdf', bytes: Buffer.from(text), whole: true }
}
