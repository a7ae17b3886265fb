import { useReader } from '../../../ui/index.ts'
import type { Strength } from '../../agencies/index.ts'

export type Edge = {
  readonly other: string
  readonly state: string
  readonly why: string
  readonly strength: Strength
}
export type LinkGraphProps = { readonly name: string; readonly edges: readonly Edge[] }

const row = 56
const width = 760
const lines: Readonly<
  Record<Strength, { readonly width: number; readonly dash: string | undefined }>
> = {
  strong: { width: 4, dash: undefined },
  middle: { width: 2, dash: undefined },
  weak: { width: 1.5, dash: '6 5' },
}

/** The paths as a picture; the table below says the same in words. */
export function LinkGraph({ name, edges }: LinkGraphProps) {
  const { t } = useReader()
  const height = Math.max(row * edges.length, row) + 16
  const middle = height / 2
  return (
    <section class="wide-table" aria-label={t('licences.links.graph')} tabindex={0}>
      <svg
        class="link-graph"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('licences.links.graph-about', { name, count: edges.length })}
        fill="currentColor"
        font-size="14"
      >
        {edges.map(({ other, state, why, strength }, at) => {
          const y = row * at + row / 2 + 8
          return (
            <g>
              <path
                d={`M 200 ${middle} C 300 ${middle}, 300 ${y}, 390 ${y}`}
                fill="none"
                stroke="currentColor"
                stroke-width={lines[strength].width}
                stroke-dasharray={lines[strength].dash}
              />
              <text x={396} y={y - 5} font-weight="bold">
                {cut(other, 38)}
              </text>
              <text x={396} y={y + 15}>
                {cut(`${why} · ${state}`, 48)}
              </text>
            </g>
          )
        })}
        <rect
          x={4}
          y={middle - 22}
          width={196}
          height={44}
          rx={4}
          fill="none"
          stroke="currentColor"
          stroke-width={2}
        />
        <text x={102} y={middle + 5} text-anchor="middle" font-weight="bold">
          {cut(name, 24)}
        </text>
      </svg>
    </section>
  )
}

/** By what a reader sees as a letter: half a Khmer letter is none. */
const letters = new Intl.Segmenter('km', { granularity: 'grapheme' })
function cut(text: string, most: number): string {
  const all = [...letters.segment(text)].map(({ segment }) => segment)
  return all.length > most ? `${all.slice(0, most - 1).join('')}…` : text
}
