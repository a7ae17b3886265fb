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
import { iconSheet, tabIcon } from './ui/icon-sheet.ts'

/** Run by Node itself, so nothing here may import TSX. Writes `dist/`; true when it had work to do. */
export async function build(say: (line: string) => void): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  say('Building the program')
  await bundleServer()
  const islands = await bundleIslands()
  await endBundler()
  const icons = buildIcons()
  writeManifest({ ...islands, ...icons, ...(await buildStyles(buildFonts())) })
  removeOld()
  put(stamp, wanted)
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
  jsxImportSource: '#html',
  logLevel: 'warning',
} as const

/** Its helper process would otherwise live as long as this one. */
async function endBundler(): Promise<void> {
  const { stop } = await import('esbuild')
  await stop()
}

async function bundleServer(): Promise<void> {
  const { build: bundle } = await import('esbuild')
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: { main: 'src/main.ts' },
    outdir: dist,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
  })
  for (const file of outputFiles) put(file.path, file.contents)
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

function buildIcons(): Addresses {
  const sheets = { 'icons.svg': iconSheet(), 'tab.svg': tabIcon }
  const entries = Object.entries(sheets)
  return Object.fromEntries(entries.map(([name, svg]) => [name, keep(name, Buffer.from(svg))]))
}

/** Writes the file under a name that holds its hash, and beside it compressed; returns its address. */
function keep(name: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const extension = extname(name)
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`
  const file = join(assets, hashed)
  put(file, bytes)
  if (extension !== '.woff2') {
    put(`${file}.br`, brotliCompressSync(bytes))
    put(`${file}.gz`, gzipSync(bytes))
  }
  return `/assets/${hashed}`
}

const writeManifest = (addresses: Addresses): void =>
  put(join(dist, 'manifest.json'), `${JSON.stringify(addresses, null, 2)}\n`)

/** Whole or not at all: a program that starts meanwhile finds the old or the new file. */
function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const next = `${file}.${process.pid}`
  writeFileSync(next, content)
  renameSync(next, file)
}

/** Files of earlier builds stay for a day, for pages that a browser still shows. */
function removeOld(): void {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000
  const written = readFileSync(join(dist, 'manifest.json'), 'utf8')
  for (const name of globSync('**/*.{css,js,svg,woff2}{,.br,.gz}', { cwd: assets })) {
    const isUsed = written.includes(name.replace(/[.](br|gz)$/, ''))
    if (!isUsed && statSync(join(assets, name)).mtimeMs < dayAgo) rmSync(join(assets, name))
  }
}
