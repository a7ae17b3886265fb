import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { StartFailure } from '../start-failure.ts'
import { type Bytes, makeByteReader } from './bytes.ts'
import { type Entry, readEntries } from './entries.ts'
import { archiveKey, type FrameKey, openFrames } from './frames.ts'
import { type Header, keyId, readHeader } from './header.ts'

export type Keys = { readonly backupKey: Buffer; readonly masterKey: Buffer }
export type OpenArchive = {
  readonly header: Header
  /** Reads it from the beginning each time. */
  entries(): AsyncGenerator<Entry>
}

/**
 * Opens an archive with its two keys and reads it through once, so that nothing is begun with one
 * that was cut off or changed.
 */
export async function openArchive(path: string, keys: Keys): Promise<OpenArchive> {
  await access(path, constants.R_OK).catch(() => {
    throw new StartFailure(`There is no backup at ${path} that this user may read.`)
  })
  const stream = createReadStream(path)
  const { header, bytes } = await readHeader(makeByteReader(stream)).finally(() => stream.destroy())
  checkKeys(header, keys)
  const key = archiveKey(keys.backupKey, Buffer.from(header.salt, 'base64'))
  const frames = () =>
    openFrames(createReadStream(path, { start: bytes.length, highWaterMark: 512 * 1024 }), {
      ...{ key, header: bytes },
    } satisfies FrameKey)
  for await (const _frame of frames());
  return { header, entries: () => readEntries(unpacked(frames())) }
}

function checkKeys({ backupKeyId, masterKeyId }: Header, { backupKey, masterKey }: Keys): void {
  if (keyId(backupKey) !== backupKeyId) {
    throw new StartFailure(
      'BACKUP_KEY is not the key that this backup was made with: nothing was restored.',
    )
  }
  if (keyId(masterKey) === masterKeyId) return
  throw new StartFailure(
    'MASTER_KEY is not the key of the installation that this backup is of: nobody’s data could be read, so nothing was restored.',
  )
}

const unpacked = (packed: Bytes): Bytes => {
  const unzip = createZstdDecompress()
  const source = Readable.from(packed)
  source.once('error', (error) => unzip.destroy(error))
  return source.pipe(unzip)
}
