/** A telephone that helps, from the country pack. */
export type HelpLine = {
  readonly name: { readonly km: string; readonly en: string }
  readonly numbers: readonly string[]
}
