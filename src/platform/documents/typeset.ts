import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '../root.ts'
import { keepStops } from './keep-stops.ts'
import type { FormSheet, LetterSheet, PayOutSheet, PosterSheet, SlipSheet } from './sheets.ts'

/** A form of `*.typ` beside this file, and what it is filled with. */
export type Sheet =
  | { readonly form: 'letter'; readonly data: LetterSheet }
  | { readonly form: 'slip'; readonly data: SlipSheet }
  | { readonly form: 'paper-form'; readonly data: FormSheet }
  | { readonly form: 'pay-out'; readonly data: PayOutSheet }
  | { readonly form: 'poster'; readonly data: PosterSheet }

/**
 * A PDF/A-2b, the same bytes for the same words and instant. Words go in as data, never as source:
 * nothing that somebody typed is understood as a command. Takes milliseconds and holds its thread
 * for as long: the program asks for it through `typesetApart`.
 */
export function typeset({ form, data: given }: Sheet, at: Date): Buffer {
  const data = form === 'letter' ? { ...given, paragraphs: given.paragraphs.map(keepStops) } : given
  const compiler = kept()
  const compiled = compiler.compile({
    mainFilePath: join(folder, `${form}.typ`),
    inputs: { data: JSON.stringify(data) },
  })
  const document = compiled.result
  if (!document) throw new Error(`the form ${form} could not be set: ${faultOf(compiled)}`)
  const creationTimestamp = Math.floor(at.getTime() / 1000)
  const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp })
  // What the last few sheets had in common stays known; nothing grows for ever.
  compiler.evictCache(10)
  return pdf
}

const faultOf = (compiled: ReturnType<NodeCompiler['compile']>): string =>
  JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? '').slice(0, 500)

const folder = join(projectRoot, 'src/platform/documents')
const fonts = [
  'kantumruy-pro/400Regular/KantumruyPro_400Regular.ttf',
  'kantumruy-pro/700Bold/KantumruyPro_700Bold.ttf',
  'moul/400Regular/Moul_400Regular.ttf',
]

let compiler: NodeCompiler | null = null

/** Made at first use, which takes some 50 ms, and kept. */
function kept(): NodeCompiler {
  if (compiler) return compiler
  const fontBlobs = fonts.map((file) =>
    readFileSync(join(projectRoot, 'node_modules/@expo-google-fonts', file)),
  )
  compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
  return compiler
}
