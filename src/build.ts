import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { projectRoot } from './platform/root.ts'
import { fontFiles } from './ui/fonts.ts'

/** Run by Node itself, so nothing here may import TSX. Writes `dist/`; true when it had work to do. */
export async function build(say: (line: string) => void): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  say('Building the program')
  rmSync(stamp, { force: true })
  await bundleServer()
  writeManifest({ ...(await bundleIslands()), ...(await buildStyles(buildFonts())) })
  writeFileSync(stamp, wanted)
  return true
}

type Addresses = Readonly<Record<string, string>>

const dist = join(projectRoot, 'dist')
const assets = join(dist, 'assets')
const stamp = join(dist, 'built')

/** Of every source file its name, size and time, and of the packages their versions. */
function fingerprint(): string {
  const sources = globSync('src/**/*.{ts,tsx,scss}', { cwd: projectRoot }).sort()
  const hash = createHash('sha256')
  for (const file of [...sources, 'package-lock.json']) {
    const { size, mtimeMs } = statSync(join(projectRoot, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const shared = {
  absWorkingDir: projectRoot,
  bundle: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
} as const

async function bundleServer(): Promise<void> {
  const { build: bundle } = await import('esbuild')
  await bundle({
    ...shared,
    entryPoints: { main: 'src/main.ts' },
    outdir: dist,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
  })
}

/** Scripts that improve a page in the browser: `islands/*.island.tsx`. */
async function bundleIslands(): Promise<Addresses> {
  const entries = globSync('src/**/islands/*.island.{ts,tsx}', { cwd: projectRoot })
  if (entries.length === 0) return {}
  const { build: bundle } = await import('esbuild')
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: entries,
    outdir: assets,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome90', 'firefox90', 'safari15'],
  })
  return Object.fromEntries(
    outputFiles.map((file) => {
      const name = basename(file.path).replace('.island', '')
      return [name, keep(name, Buffer.from(file.contents))]
    }),
  )
}

async function buildStyles(fonts: Addresses): Promise<Addresses> {
  const sheets = globSync('src/ui/styles/[!_]*.scss', { cwd: projectRoot })
  if (sheets.length === 0) return fonts
  const { compileAsync } = await import('sass')
  const addresses: Record<string, string> = { ...fonts }
  for (const sheet of sheets) {
    const { css } = await compileAsync(join(projectRoot, sheet), {
      loadPaths: [join(projectRoot, 'node_modules')],
      style: 'compressed',
      quietDeps: true,
    })
    const name = `${basename(sheet, '.scss')}.css`
    addresses[name] = keep(name, Buffer.from(withAddresses(css, fonts)))
  }
  return addresses
}

/** Stylesheets name fonts as `/assets/fonts/x.woff2`; served is the name with its hash. */
const withAddresses = (css: string, fonts: Addresses): string =>
  Object.entries(fonts).reduce((text, [name, to]) => text.replaceAll(`/assets/${name}`, to), css)

function buildFonts(): Addresses {
  const entries = fontFiles.map(({ source, asset }) => {
    const bytes = readFileSync(join(projectRoot, 'node_modules', source))
    return [asset, keep(asset, bytes)] as const
  })
  return Object.fromEntries(entries)
}

/** Writes the file under a name that holds its hash, and beside it compressed; returns its address. */
function keep(name: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const extension = extname(name)
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`
  const file = join(assets, hashed)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  if (extension !== '.woff2') {
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes))
  }
  return `/assets/${hashed}`
}

function writeManifest(addresses: Addresses): void {
  mkdirSync(assets, { recursive: true })
  const file = join(dist, 'manifest.json')
  writeFileSync(`${file}.next`, `${JSON.stringify(addresses, null, 2)}\n`)
  renameSync(`${file}.next`, file)
}
