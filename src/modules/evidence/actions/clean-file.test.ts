import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  anM4a,
  anMp3,
  anOgg,
  aPdf,
  aPhoto,
  aPngBomb,
  aWav,
  aWebm,
  packedObjects,
} from '../testing/samples.ts'
import { cleanFile } from './clean-file.ts'
import { judgeFile } from './judge-file.ts'

const judged = (bytes: Buffer, name = 'x.jpg', whole = true) => judgeFile({ name, bytes, whole })
const text = (words: string) => Buffer.from(words)
const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00', 'latin1'), Buffer.alloc(200)])
const heic = Buffer.concat([
  Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'),
  Buffer.alloc(40),
])

describe('at the door, a file', () => {
  it.each([
    ['of nothing', Buffer.alloc(0), 'empty'],
    ['of HTML', text('<!doctype html><script>alert(1)</script>'), 'kind-unknown'],
    ['of SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'kind-unknown'],
    ['of XML with SVG', text('<?xml version="1.0"?><svg onload="x()"/>'), 'kind-unknown'],
    ['of words', text('a contract'), 'kind-unknown'],
    ['that is packed and called a photo', zip, 'kind-unknown'],
    ['of a program', Buffer.concat([text('MZ'), Buffer.alloc(300)]), 'kind-unknown'],
    ['of an animation', text('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'kind-unknown'],
    ['of the kind that only some phones can show', heic, 'heic'],
    [
      'larger than 10 megabytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024)]),
      'too-large',
    ],
  ] as const)('%s is refused', async (_what, bytes, refusal) => {
    expect(await judged(bytes)).toEqual({ ok: false, refusal })
  })

  it('that was cut on its way is refused as too large', async () => {
    expect(await judged(await aPhoto(), 'x.jpg', false)).toEqual({
      ok: false,
      refusal: 'too-large',
    })
  })

  it.each([
    ['jpeg', aPhoto],
    ['pdf', () => aPdf()],
    ['mp3', anMp3],
    ['m4a', () => anM4a()],
    ['ogg', anOgg],
    ['webm', () => aWebm()],
    ['wav', aWav],
  ] as const)('is %s by what it holds, whatever it is called', async (kind, make) => {
    for (const name of ['x.html', 'x.exe', 'ឯកសារ.jpg', ''])
      expect(await judged(await make(), name)).toEqual({ ok: true, value: kind })
  })
})

describe('looked through, a picture', () => {
  it('that is only a head of huge size is refused without being unpacked', async () => {
    const before = process.memoryUsage().rss
    expect(await cleanFile('png', aPngBomb())).toEqual({ ok: false, refusal: 'too-many-pixels' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it.each([0.5, 0.9])('that broke off after %d of it is refused', async (share) => {
    const noise = Buffer.from(
      Array.from({ length: 300 * 200 * 3 }, (_, index) => (index * 7919) % 251),
    )
    const photo = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .jpeg()
      .toBuffer()

    expect(await cleanFile('jpeg', photo.subarray(0, Math.floor(photo.length * share)))).toEqual({
      ok: false,
      refusal: 'broken',
    })
  })

  it('of another kind than its first bytes say is refused', async () => {
    expect(await cleanFile('png', await aPhoto())).toEqual({ ok: false, refusal: 'broken' })
  })

  it('loses its place, its phone and whatever hung behind it', async () => {
    const photo = Buffer.concat([await aPhoto(), zip, text('<script>alert(1)</script>')])
    expect((await sharp(photo).metadata()).exif).toBeDefined()

    const clean = await cleanFile('jpeg', photo)

    if (!clean.ok) throw new Error(clean.refusal)
    const { exif, xmp, iptc, icc } = await sharp(clean.value.bytes).metadata()
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
    for (const bytes of [clean.value.bytes, clean.value.small ?? photo])
      expect(bytes.toString('latin1')).not.toMatch(/Zxqv|Exif|GPS|<script/)
  })

  it('gives its place beside it where that is asked, and keeps it in the picture nowhere', async () => {
    const asked = await cleanFile('jpeg', await aPhoto(), { asksLocation: true })
    const unasked = await cleanFile('jpeg', await aPhoto())

    if (!asked.ok || !unasked.ok) throw new Error('not kept')
    expect(asked.value.location?.latitude).toBeCloseTo(11.55, 4)
    expect(unasked.value.location).toBeNull()
    expect((await sharp(asked.value.bytes).metadata()).exif).toBeUndefined()
  })

  it('is turned as the phone was held, made no larger than a page needs, and has a small one', async () => {
    const lying = await sharp(await aPhoto({ width: 4000, height: 3000, place: false }))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()

    const clean = await cleanFile('jpeg', lying)

    if (!clean.ok || !clean.value.small) throw new Error('not kept')
    expect(await sharp(clean.value.bytes).metadata()).toMatchObject({ width: 1920, height: 2560 })
    expect(await sharp(clean.value.small).metadata()).toMatchObject({ width: 240, height: 320 })
  })
})

describe('looked through, a document', () => {
  const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
  it.each([
    ['with a script', aPdf({ more: `4 0 obj ${script} endobj` }), 'pdf-active'],
    [
      'with a script whose name is hidden',
      aPdf({ more: '4 0 obj << /S /J#61va#53cript >> endobj' }),
      'pdf-active',
    ],
    [
      'with a script in packed objects',
      aPdf({ more: packedObjects(`4 0 ${script}`) }),
      'pdf-active',
    ],
    [
      'with a short name in packed objects',
      aPdf({ more: packedObjects('4 0 << /JS 5 0 R >>') }),
      'pdf-active',
    ],
    [
      'with objects packed in rows',
      aPdf({ more: packedObjects('4 0 <<>>', '/DecodeParms << /Predictor 12 >>') }),
      'pdf-unreadable',
    ],
    [
      'with objects packed in another way',
      aPdf({ more: packedObjects('4 0 <<>>').replace('/FlateDecode', '/LZWDecode') }),
      'pdf-unreadable',
    ],
    [
      'with objects that cannot be unpacked',
      aPdf({
        more: '9 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\nxxxxxxxx\nendstream endobj',
      }),
      'pdf-unreadable',
    ],
    ['that acts when opened', aPdf({ catalog: '/OpenAction 4 0 R' }), 'pdf-active'],
    ['that acts later', aPdf({ catalog: '/AA << /O 4 0 R >>' }), 'pdf-active'],
    [
      'that starts a program',
      aPdf({ more: '4 0 obj << /S /Launch /F (cmd.exe) >> endobj' }),
      'pdf-active',
    ],
    [
      'that brings a file along',
      aPdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>' }),
      'pdf-active',
    ],
    ['with a film', aPdf({ more: '4 0 obj << /Subtype /RichMedia >> endobj' }), 'pdf-active'],
    ['with a form that runs', aPdf({ catalog: '/AcroForm << /XFA 5 0 R >>' }), 'pdf-active'],
    [
      'that is locked',
      Buffer.from(aPdf().toString('latin1').replace('/Root', '/Encrypt 8 0 R /Root')),
      'pdf-locked',
    ],
    ['that broke off', aPdf().subarray(0, 200), 'broken'],
    ['with another file behind it', Buffer.concat([aPdf(), zip]), 'broken'],
    [
      'that unpacks without end',
      aPdf({ more: packedObjects('\0'.repeat(70_000_000)) }),
      'pdf-unreadable',
    ],
    [
      'that does not begin at its beginning',
      Buffer.concat([text('<html>'), aPdf()]),
      'pdf-unreadable',
    ],
  ] as const)('%s is refused', async (_what, bytes, refusal) => {
    expect(await cleanFile('pdf', bytes)).toEqual({ ok: false, refusal })
  })

  it('that opens at a place, links elsewhere and packs its pages is kept as it is', async () => {
    const page = deflateSync(text('BT (JavaScript) Tj ET')).toString('latin1')
    const plain = aPdf({
      catalog: '/OpenAction [3 0 R /Fit]',
      more: [
        packedObjects('4 0 << /S /URI /URI (https://example.org) >>'),
        `5 0 obj << /Filter /FlateDecode >>\nstream\n${page}\nendstream endobj`,
        '6 0 obj << /Filter /DCTDecode >>\nstream\n\xff\xd8\xff/JS \nendstream endobj',
      ].join('\n'),
    })

    expect(await cleanFile('pdf', plain)).toEqual({
      ok: true,
      value: { bytes: plain, small: null, location: null },
    })
  })
})
