export type Bar = {
  readonly label: string
  /** Null where there is none to show: the text says why. */
  readonly value: bigint | null
  /** A second, longer value behind the first, such as the ninth decile behind the median. */
  readonly behind?: bigint | null | undefined
  readonly text: string
}

/** Bars drawn on the server, each with its word and number in text: it reads well without colours. */
export function BarChart({
  label,
  bars,
}: {
  readonly label: string
  readonly bars: readonly Bar[]
}) {
  const most = bars.reduce((top, { value, behind }) => larger(larger(top, value), behind), 1n)
  return (
    <figure class="chart" aria-label={label}>
      <ul class="chart__bars">
        {bars.map(({ label: name, value, behind, text }) => (
          <li>
            <span class="chart__label">{name}</span>
            <svg
              class="chart__bar"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect class="chart__behind" width={lengthOf(behind ?? null, most)} height="8" />
              <rect class="chart__value" width={lengthOf(value, most)} height="8" />
            </svg>
            <span class="chart__text">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const larger = (a: bigint, b: bigint | null | undefined): bigint => (b && b > a ? b : a)
const lengthOf = (value: bigint | null, most: bigint): string =>
  (Number(((value ?? 0n) * 1000n) / most) / 10).toString()
