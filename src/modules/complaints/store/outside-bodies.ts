import { z } from 'zod'
import { type Names, readPackFile } from '../../places/index.ts'

const packFile = z.object({
  outsideBodies: z.array(z.object({ code: z.string(), km: z.string(), en: z.string() })),
})

/** The pack is part of the program: it is read once. */
let kept: ReadonlyMap<string, Names> | null = null

/** Bodies outside the ministry that may answer for a case; null for a code that the pack lacks. */
export function outsideBodyNames(code: string | null): Names | null {
  kept ??= new Map(
    packFile
      .parse(JSON.parse(readPackFile('protection.json').text))
      .outsideBodies.map(({ code: key, km, en }) => [key, { km, en }]),
  )
  return code === null ? null : (kept.get(code) ?? null)
}
