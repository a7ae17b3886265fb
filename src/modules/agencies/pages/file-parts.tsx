import { People } from './file-people.tsx'
import { Contacts, Sites } from './file-sites.tsx'
import { Asked, type FileProps } from './file-source.tsx'

/** Everything on file: people, sites, telephones and pages, each with its rule and its source. */
export function FileFacts(props: FileProps) {
  return (
    <>
      <Asked {...props} />
      <People {...props} />
      <Sites {...props} />
      <Contacts {...props} />
    </>
  )
}
