import type { Token } from '../../../kernel/tokens/token.ts'
import { routes } from '../../../routes.ts'
import { BackLink, CitizenLayout, useReader } from '../../../ui/index.ts'
import type { Destination } from '../../places/index.ts'
import type { AgencyFile } from '../actions/show-agency.ts'
import { AgencyFacts } from './agency-facts.tsx'
import { AgencyHistory } from './agency-history.tsx'
import { AgencyAnswer, AgencyNamesHead, Liability } from './agency-page.tsx'
import { LicenceTable } from './licence-table.tsx'
import { CodeCards } from './verify/code-cards.tsx'

export type AgencySheetProps = {
  readonly file: AgencyFile
  readonly destinations: readonly Destination[]
  /** What its signed codes say today. */
  readonly codes: readonly Token[]
}

/** To print and pin up: dated, because tomorrow it may say something else. */
export function AgencySheet({ file, destinations, codes }: AgencySheetProps) {
  const { t, day, name, link } = useReader()
  const { id, names } = file.agency
  return (
    <CitizenLayout
      title={t('licences.sheet.title', { name: name(names) })}
      before={<BackLink href={link(routes.agency.href({ id }))} />}
    >
      <p>
        <strong>{t('licences.sheet.as-of', { day: day(file.asOf) })}</strong>{' '}
        {t('licences.sheet.check')}
      </p>
      <p class="no-print muted">{t('licences.sheet.how')}</p>
      <AgencyNamesHead file={file} />
      <AgencyAnswer file={file} destinations={destinations} />
      <Liability file={file} />
      <LicenceTable file={file} destinations={destinations} />
      <CodeCards agencyId={id} {...{ codes, destinations }} />
      <AgencyFacts file={file} />
      <AgencyHistory file={file} />
    </CitizenLayout>
  )
}
