import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { RefusedReason } from '../rules/evidence.ts'
import { longestSide, mostPixels, smallSide } from '../rules/kinds.ts'
import { type Location, locationIn } from '../rules/location.ts'

export type CleanFile = {
  readonly bytes: Buffer
  readonly small: Buffer | null
  /** Where the photo was taken: only where it was asked for, and then no more in the photo. */
  readonly location: Location | null
}
export type ImageKind = 'jpeg' | 'png' | 'webp'

/** Taken in when the first picture comes: the web process, which draws none, has no use for it. */
async function openLibrary() {
  const { default: sharp } = await import('sharp')
  // One thread for a picture: pages come first.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/**
 * The picture drawn anew: turned as the phone was held, no larger than a page needs, and without
 * anything that was written beside it. What else lay in the same bytes is gone.
 */
export async function cleanImage(
  kind: ImageKind,
  bytes: Buffer,
  { asksLocation }: { readonly asksLocation: boolean },
): Promise<Result<CleanFile, RefusedReason>> {
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const
  const sharp = await openLibrary()
  try {
    const { width, height, format, exif } = await sharp(bytes, {
      ...options,
      limitInputPixels: false,
    }).metadata()
    if (format !== kind) return refuse('broken')
    if (width * height > mostPixels) return refuse('too-many-pixels')
    const drawn = sharp(bytes, options).autoOrient().resize(inside(longestSide))
    const clean = await (kind === 'jpeg'
      ? drawn.jpeg({ quality: 82 })
      : drawn.webp({ quality: 85, effort: 2 })
    ).toBuffer()
    const small = await sharp(clean)
      .resize(inside(smallSide))
      .webp({ quality: 70, effort: 1 })
      .toBuffer()
    const location = asksLocation && exif ? locationIn(exif) : null
    return ok({ bytes: clean, small, location })
  } catch {
    // The library's way to say that it cannot read these bytes.
    return refuse('broken')
  }
}

const inside = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
