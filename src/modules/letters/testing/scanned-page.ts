import { inflateSync } from 'node:zlib'
import sharp from 'sharp'

export type Scanning = {
  readonly dpi: number
  /** Degrees by which the paper lay askew. */
  readonly turn: number
  readonly type?: 'jpeg' | 'png'
}

/**
 * Our own PDF as a scanner would bring it back: its drawn lines and areas at this resolution, words as
 * grey bars, laid on a grey desk, a little askew and unsharp.
 */
export async function scannedPage(
  pdf: Buffer,
  { dpi, turn, type = 'jpeg' }: Scanning,
): Promise<Buffer> {
  const page = await sharp(Buffer.from(drawnPage(pdf)), { density: dpi })
    .flatten({ background: '#fdfcf7' })
    .blur(0.8)
    .rotate(turn, { background: '#b9b4aa' })
    .toBuffer()
  const scanned = sharp(page).extend({ ...{ top: 40, left: 25 }, background: '#b9b4aa' })
  return type === 'png' ? scanned.png().toBuffer() : scanned.jpeg({ quality: 60 }).toBuffer()
}

/** The page as SVG, of the few operators that our forms are drawn with. */
function drawnPage(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const box = /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text)
  const [width, height] = [Number(box?.[1]), Number(box?.[2])]
  const shapes = contentsOf(pdf, text).flatMap(shapesOf)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 ${width} ${height}"><g transform="matrix(1 0 0 -1 0 ${height})">${shapes.join('')}</g></svg>`
}

function contentsOf(pdf: Buffer, text: string): string[] {
  return [...text.matchAll(/(?<!end)stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    try {
      const body = inflateSync(pdf.subarray(index + word.length), { finishFlush: 2 })
      const content = body.toString('latin1')
      return / cm\s/.test(content) ? [content] : []
    } catch {
      return []
    }
  })
}

type State = { readonly matrix: string; readonly width: number; readonly white: boolean }

function shapesOf(content: string): string[] {
  const shapes: string[] = []
  const kept: State[] = []
  let state: State = { matrix: '', width: 1, white: false }
  let path = ''
  let given: string[] = []
  const draw = (paint: string) => {
    if (path) shapes.push(`<g transform="${state.matrix}"><path d="${path}" ${paint}/></g>`)
    path = ''
  }
  const bar = () => {
    path = 'M0 0h42v6h-42Z'
    draw('fill="#555"')
  }
  const colour = () => (state.white ? '#fff' : '#111')
  const act: Record<string, () => void> = {
    q: () => void kept.push(state),
    Q: () => {
      state = kept.pop() ?? state
    },
    cm: () => {
      state = { ...state, matrix: `${state.matrix} matrix(${given.slice(-6).join(' ')})` }
    },
    w: () => {
      state = { ...state, width: Number(given.at(-1)) }
    },
    scn: () => {
      const shade = given.filter((one) => /^[\d.]+$/.test(one))
      state = { ...state, white: shade.length > 0 && shade.every((one) => Number(one) > 0.9) }
    },
    m: () => {
      path += `M${given.slice(-2).join(' ')}`
    },
    l: () => {
      path += `L${given.slice(-2).join(' ')}`
    },
    c: () => {
      path += `C${given.slice(-6).join(' ')}`
    },
    h: () => {
      path += 'Z'
    },
    re: () => {
      const [x, y, w, h] = given.slice(-4)
      path += `M${x} ${y}h${w}v${h}h-${w}Z`
    },
    f: () => draw(`fill="${colour()}"`),
    'f*': () => draw(`fill="${colour()}" fill-rule="evenodd"`),
    S: () => draw(`fill="none" stroke="#111" stroke-width="${state.width}"`),
    B: () => draw(`fill="${colour()}" stroke="#111" stroke-width="${state.width}"`),
    n: () => {
      path = ''
    },
    Tj: () => bar(),
    TJ: () => bar(),
  }
  for (const word of content.split(/\s+/)) {
    const known = Object.hasOwn(act, word) ? act[word] : undefined
    if (known) known()
    if (known || /^[A-Za-z*]+$/.test(word)) given = []
    else given.push(word)
  }
  return shapes
}

/** A drawing on white, as somebody photographs it. */
export const aPicture = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 600 })
    .extend({ ...{ top: 60, bottom: 60, left: 60, right: 60 }, background: '#ffffff' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()

/** As a scanner writes it: one photo a page. */
export function aPdfOf(...photos: readonly Buffer[]): Buffer {
  const pages = photos.map((photo, index) =>
    Buffer.concat([
      Buffer.from(
        `${10 + index} 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 ` +
          `/ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${photo.length} >>\nstream\n`,
        'latin1',
      ),
      photo,
      Buffer.from('\nendstream endobj\n', 'latin1'),
    ]),
  )
  const head = '%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n'
  const end = 'trailer << /Root 1 0 R >>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head, 'latin1'), ...pages, Buffer.from(end, 'latin1')])
}
