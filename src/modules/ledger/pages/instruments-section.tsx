import type { Currency } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  type Content,
  EmptyState,
  StatusMark,
  type Tone,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { FileOfRecord } from '../../evidence/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { Cash, Instruments, ShownGuarantee } from '../actions/read-instruments.ts'
import { type GuaranteeStanding, remainingOf } from '../rules/guarantee.ts'

export type InstrumentsProps = {
  readonly instruments: Instruments
  readonly currencyOf: (guarantee: ShownGuarantee) => Currency
  /** The agency's own people see that a paper is there, and open none. */
  readonly linked: boolean
}

/** What the deposit is made of: cash, and each guarantee that was ever given, with its last day. */
export function InstrumentsSection({ instruments, currencyOf, linked }: InstrumentsProps) {
  const { t } = useReader()
  const { cash, guarantees, files } = instruments
  const column = (name: string, numeric = false) => ({
    label: t(`ledger.instrument.column.${name}`),
    numeric,
  })
  const unsure = guarantees.some(({ last, status }) => isOpen(status) && isUnsure(last))
  return (
    <section class="case-part">
      <h2>{t('ledger.instrument.title')}</h2>
      {cash.length + guarantees.length === 0 ? (
        <EmptyState title={t('ledger.entries.none')} icon="landmark" />
      ) : (
        <Worklist
          caption={t('ledger.instrument.title')}
          columns={[
            ...[column('what'), column('state'), column('sum', true), column('counts', true)],
            ...[column('until'), column('file')],
          ]}
          rows={[
            ...cash.map((each) => ({ id: each.currency, cells: useCash(each) })),
            ...guarantees.map((each) => ({
              id: each.id,
              tone: tones[each.standing] === 'danger' ? ('danger' as const) : undefined,
              cells: [
                ...useGuarantee(each, currencyOf(each)),
                <Files files={files.get(each.id) ?? []} linked={linked} />,
              ],
            })),
          ]}
          stacks
        />
      )}
      {unsure ? (
        <p>
          {t('ledger.instrument.holiday')} <RuleLine rule={instruments.holidayRule} />
        </p>
      ) : null}
    </section>
  )
}

const isOpen = (status: ShownGuarantee['status']): boolean => status === 'in-force'
const isUnsure = ({ earliest, latest }: ShownGuarantee['last']): boolean => earliest !== latest

function useCash({ currency, minor }: Cash): Content[] {
  const { t, money } = useReader()
  const sum = money({ minor, currency })
  return [t('ledger.instrument.cash'), '–', sum, sum, '–', '–']
}

const tones: Readonly<Record<GuaranteeStanding, Tone>> = {
  'in-force': 'allowed',
  'ends-soon': 'attention',
  'perhaps-expired': 'danger',
  expired: 'danger',
  ended: 'neutral',
}

function useGuarantee(guarantee: ShownGuarantee, currency: Currency): Content[] {
  const { t, money } = useReader()
  const { bank, number, minor, standing, status } = guarantee
  const word = standing === 'ended' ? status : standing
  return [
    <div>
      {t('ledger.instrument.guarantee')} {number}
      <br />
      <span class="small muted">{bank}</span>
    </div>,
    <StatusMark tone={tones[standing]}>{t(`ledger.instrument.standing.${word}`)}</StatusMark>,
    money({ minor, currency }),
    money({ minor: remainingOf(guarantee), currency }),
    <Until guarantee={guarantee} />,
  ]
}

/** Its last day, or the two that may be; and how often its bank made it longer. */
function Until({ guarantee }: { readonly guarantee: ShownGuarantee }) {
  const { t, day } = useReader()
  const { last, extensions, status } = guarantee
  const { earliest, latest } = last
  return (
    <div>
      {isOpen(status) && earliest !== latest
        ? t('ledger.instrument.either', { earliest: day(earliest), latest: day(latest) })
        : day(isOpen(status) ? latest : guarantee.expiresOn)}
      {extensions.map(({ expiredOn, expiresOn, reference }) => (
        <>
          <br />
          <span class="small muted">
            {t('ledger.instrument.extended', {
              ...{ before: day(expiredOn), until: day(expiresOn), paper: reference },
            })}
          </span>
        </>
      ))}
    </div>
  )
}

/** The papers of one entry; a file that is looked through still or was refused says so. */
export function Files({
  files,
  linked,
}: {
  readonly files: readonly FileOfRecord[]
  readonly linked: boolean
}) {
  const { t, link } = useReader()
  if (files.length === 0) return <span class="muted">{t('ledger.file.none')}</span>
  return (
    <>
      {files.map(({ id, status }, at) => (
        <>
          {at > 0 ? <br /> : null}
          {linked && status === 'checked' ? (
            <a href={link(routes.evidence.href({ id }))}>{t('ledger.file.open')}</a>
          ) : (
            t(`evidence.status.${status}`)
          )}
        </>
      ))}
    </>
  )
}
