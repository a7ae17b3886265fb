import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { projectRoot } from '../../src/platform/root.ts'

const run = promisify(execFile)

type Executable = { readonly path: string; readonly env: Readonly<Record<string, string>> }

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium, or the one that comes with the packages, unpacked once beside them. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const found = (await findSystemChromium()) ?? (await unpackedChromium())
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env } as Record<string, string>,
    // Our own flags: the package's list would switch web security off.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      ...flags,
    ],
  })
}

async function findSystemChromium(): Promise<Executable | null> {
  const named = process.env.CHROMIUM_PATH
  if (named) return { path: named, env: {} }
  for (const path of systemPaths) if (await exists(path)) return { path, env: {} }
  return null
}

async function unpackedChromium(): Promise<Executable> {
  const source = dirname(
    dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))),
  )
  const described = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  const folder = join(projectRoot, 'node_modules', '.cache', `chromium-${described.version}`)
  if (!(await exists(folder))) await unpack(join(source, 'bin'), folder)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  }
}

/** Into a folder of its own first: two test files may start at the same moment. */
async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const unfinished = await mkdtemp(`${folder}-`)
  const program = join(unfinished, 'chromium')
  await Promise.all([
    decompress(join(packed, 'chromium.br'), program),
    ...['al2023', 'fonts', 'swiftshader'].map((name) =>
      unpackArchive({ packed, name, unfinished }),
    ),
  ])
  await chmod(program, 0o755)
  await chmod(unfinished, 0o755)
  await writeFile(join(unfinished, 'fonts.conf'), fontSettings(folder))
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }))
}

const decompress = (file: string, to: string) =>
  pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(to))

async function unpackArchive(at: { packed: string; name: string; unfinished: string }) {
  const archive = join(at.unfinished, `${at.name}.tar`)
  await decompress(join(at.packed, `${at.name}.tar.br`), archive)
  await run('tar', ['-xf', archive, '--no-same-owner', '-C', at.unfinished])
  await rm(archive)
}

/** Only Open Sans and no Khmer font at all: whatever Khmer shows comes from our own files. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
