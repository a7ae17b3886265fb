/** A font file: where it lies under node_modules, and its name under `/assets/`. */
export type FontFile = { readonly source: string; readonly asset: string }

const kantumruy = '@fontsource/kantumruy-pro/files'

/** Regular and semibold, Khmer and Latin subsets; the stylesheets name them with their ranges. */
export const fontFiles: readonly FontFile[] = [400, 600].flatMap((weight) =>
  ['khmer', 'latin'].map((subset) => ({
    source: `${kantumruy}/kantumruy-pro-${subset}-${weight}-normal.woff2`,
    asset: `fonts/kantumruy-pro-${subset}-${weight}.woff2`,
  })),
)
