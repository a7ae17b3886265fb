import { ChoiceGroup, type ChoicesProps } from './choices.tsx'

export type RadiosProps = ChoicesProps & { readonly value?: string | undefined }

/** One answer of several. */
export function Radios({ value, ...props }: RadiosProps) {
  return <ChoiceGroup {...props} kind="radios" chosen={value ? [value] : []} />
}
