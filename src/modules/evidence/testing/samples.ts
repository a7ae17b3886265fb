import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo with a place in it, as a phone writes it: Phnom Penh, made up. */
export async function aPhoto({ width = 80, height = 60, place = true } = {}): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: '#b5651d' } }).jpeg()
  if (!place) return plain.toBuffer()
  return plain
    .withExif({
      IFD0: { Make: 'Zxqv Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '104/1 55/1 0/1',
      },
    })
    .toBuffer()
}

/** A picture whose head says that it is so large; nothing of it is there. */
export function aPngBomb(side = 30_000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  head.writeUInt8(2, 9)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1024))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A document of one page; `more` stands among its objects, `catalog` in its root. */
export function aPdf({ more = '', catalog = '' } = {}): Buffer {
  return Buffer.from(
    [
      '%PDF-1.5',
      `1 0 obj << /Type /Catalog /Pages 2 0 R ${catalog} >> endobj`,
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj',
      more,
      'trailer << /Root 1 0 R >>',
      '%%EOF\n',
    ].join('\n'),
    'latin1',
  )
}

/** Objects that a document keeps packed. */
export function packedObjects(text: string, about = ''): string {
  const body = deflateSync(Buffer.from(text, 'latin1')).toString('latin1')
  return `9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ${about} /Length ${body.length} >>\nstream\n${body}\nendstream endobj`
}

/** Four frames of silence between what a shop or a phone writes about them. */
export function anMp3(): Buffer {
  const frame = Buffer.alloc(417)
  frame.writeUInt32BE(0xfffb9000)
  const told = Buffer.concat([
    Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x14', 'latin1'),
    Buffer.alloc(20, 'Zxqv'),
  ])
  const behind = Buffer.alloc(128, 0x20)
  behind.write('TAGZxqv')
  return Buffer.concat([told, frame, frame, frame, frame, behind])
}

export function aWav(): Buffer {
  const format = Buffer.from('0100010040 1f0000803e000002001000'.replace(' ', ''), 'hex')
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('LIST', Buffer.from('INFOIARTZxqv')),
    chunk('data', Buffer.alloc(160)),
  ])
  return chunk('RIFF', body)
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8, name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** The boxes of a voice recording, with its place and its title. */
export function anM4a(handler: 'soun' | 'vide' = 'soun'): Buffer {
  const hdlr = box('hdlr', Buffer.concat([Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(13)]))
  const place = box('udta', box('\xa9xyz', Buffer.from('\x00\x11\x15\xc7+11.5500+104.9167/')))
  const moov = box('moov', Buffer.concat([box('trak', box('mdia', hdlr)), place]))
  const type = box('ftyp', Buffer.from('M4A \x00\x00\x00\x00M4A mp42'))
  return Buffer.concat([
    type,
    moov,
    box('meta', Buffer.from('Zxqv')),
    box('mdat', Buffer.alloc(64)),
  ])
}

function box(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** As a browser records: neither the segment nor the cluster says where it ends. */
export function aWebm(trackType = 2): Buffer {
  const header = element('1a45dfa3', element('4282', Buffer.from('webm')))
  const info = element('1549a966', element('7ba9', Buffer.from('Zxqv')))
  const track = element('1654ae6b', element('ae', element('83', Buffer.from([trackType]))))
  const tags = element('1254c367', Buffer.alloc(200, 'Zxqv'))
  const cluster = Buffer.concat([
    Buffer.from('1f43b67501ffffffffffffff', 'hex'),
    element('a3', Buffer.alloc(40, 7)),
  ])
  const segment = Buffer.from('1853806701ffffffffffffff', 'hex')
  return Buffer.concat([header, segment, info, tags, track, cluster])
}

function element(id: string, body: Buffer): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(body.length, 4)
  size.writeUInt8(0x01, 0)
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}

/** A voice note of a messenger: head, comments, sound. The sums are those that it must have. */
export function anOgg(): Buffer {
  const text = Buffer.from('TITLE=Zxqv')
  const tags = Buffer.concat([
    Buffer.from('OpusTags'),
    ...[number(4), Buffer.from('Zxqv'), number(1), number(text.length), text],
  ])
  return Buffer.concat([
    oggPage(0, Buffer.from('OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00', 'latin1')),
    oggPage(1, tags),
    oggPage(2, Buffer.alloc(100, 5)),
  ])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function oggPage(index: number, body: Buffer): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS')
  head.writeUInt32LE(index, 18)
  head.writeUInt8(1, 26)
  head.writeUInt8(body.length, 27)
  const page = Buffer.concat([head, body])
  page.writeUInt32LE(oggSum(page), 22)
  return page
}

/** Bit by bit, as the format's own text says; the sum's own place counts as nothing. */
export function oggSum(page: Buffer): number {
  let crc = 0
  page.forEach((byte, index) => {
    crc ^= (index >= 22 && index < 26 ? 0 : byte) << 24
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  })
  return crc >>> 0
}
