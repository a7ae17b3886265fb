import { type Attributes, tokens } from '../content.ts'
import { ControlGroup, type ControlProps, describedByOf } from './form-group.tsx'

export type FileUploadProps = ControlProps & {
  /** Kinds that the browser offers first, such as `image/*,.pdf`; the server judges by content. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** The browser's own field for files: nothing of it needs a script. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name
  return (
    <ControlGroup {...props}>
      <input
        class={tokens('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={describedByOf({ ...props, id })}
        {...props.attributes}
      />
    </ControlGroup>
  )
}
