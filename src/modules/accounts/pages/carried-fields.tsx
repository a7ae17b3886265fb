/** Where to go after signing in, and what was typed when the session ended: on every step's form. */
export type Carried = { readonly next: string; readonly kept: string }

export function CarriedFields({ next, kept }: Carried) {
  return (
    <>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {kept ? <input type="hidden" name="kept" value={kept} /> : null}
    </>
  )
}
