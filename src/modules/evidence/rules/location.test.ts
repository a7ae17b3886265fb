import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aPhoto } from '../testing/samples.ts'
import { locationIn } from './location.ts'

const exifOf = async (bytes: Buffer): Promise<Buffer> =>
  (await sharp(bytes).metadata()).exif ?? Buffer.alloc(0)

describe('the place in a photo', () => {
  it('is read as the phone wrote it', async () => {
    const place = locationIn(await exifOf(await aPhoto()))

    expect(place?.latitude).toBeCloseTo(11.55, 4)
    expect(place?.longitude).toBeCloseTo(104.9167, 3)
  })

  it('is none where nothing was written, and wherever the bytes break off', async () => {
    const exif = await exifOf(await aPhoto())
    const cut = Array.from({ length: exif.length - 60 }, (_, length) => exif.subarray(0, length))

    expect(locationIn(Buffer.alloc(0))).toBeNull()
    expect(locationIn(Buffer.from('Exif\0\0XX'))).toBeNull()
    for (const part of cut)
      expect([null, 11]).toContain(Math.floor(locationIn(part)?.latitude ?? 0) || null)
  })

  it('is none where it lies on no globe', async () => {
    const exif = await exifOf(await aPhoto())
    const eleven = Buffer.from([11, 0, 0, 0, 1, 0, 0, 0])
    const at = exif.indexOf(eleven)
    expect(at).toBeGreaterThan(0)
    exif.writeUInt32LE(200, at)

    expect(locationIn(exif)).toBeNull()
  })
})
