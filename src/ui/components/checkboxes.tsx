import { ChoiceGroup, type ChoicesProps } from './choices.tsx'

export type CheckboxesProps = ChoicesProps & { readonly values?: readonly string[] | undefined }

/** Any number of answers. */
export function Checkboxes({ values, ...props }: CheckboxesProps) {
  return <ChoiceGroup {...props} kind="checkboxes" chosen={values ?? []} />
}
