import { routes } from '../../../routes.ts'
import {
  BackLink,
  EmptyState,
  Icon,
  LinkButton,
  OfficerLayout,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { WithHeading } from '../actions/letter-words.ts'
import type { Sitting } from '../rules/sitting.ts'
import { LetterStatusMark } from './marks.tsx'

export type ToSignPageProps = {
  readonly letters: readonly WithHeading[]
  readonly people: ReadonlyMap<string, PersonNames>
  /** What a row that has just ended came to; null where none did. */
  readonly ended: Sitting | null
}

/** Everything that waits for this person's signature, and the way through it, one after the other. */
export function ToSignPage({ letters, people, ended }: ToSignPageProps) {
  const { t, link, instant, name } = useReader()
  const [first] = letters
  return (
    <OfficerLayout
      title={t('letters.to-sign.title')}
      before={<BackLink href={link(routes.letters.href())}>{t('letters.back')}</BackLink>}
    >
      {ended ? (
        <p class="notice" role="status">
          <Icon name="circle-check" />{' '}
          {t('letters.to-sign.ended', {
            signed: ended.signed,
            skipped: ended.passed - ended.signed,
          })}
        </p>
      ) : null}
      <h1>{t('letters.to-sign.title')}</h1>
      {first ? (
        <>
          <p>{t('letters.to-sign.text', { count: letters.length })}</p>
          <LinkButton
            href={`${link(routes.letterToSign.href({ id: first.letter.id }))}#letter`}
            attributes={{ accesskey: 'n' }}
          >
            {t('letters.to-sign.begin')}
          </LinkButton>
          <Worklist
            caption={t('letters.to-sign.title')}
            columns={['correspondent', 'subject', 'drafted-by', 'since', 'status'].map(
              (column) => ({
                label: t(`letters.to-sign.column.${column}`),
              }),
            )}
            rows={letters.map(({ letter, heading }) => {
              const author = people.get(letter.draftedBy ?? '')
              return {
                id: letter.id,
                cells: [
                  <a href={`${link(routes.letterToSign.href({ id: letter.id }))}#letter`}>
                    {heading?.correspondent ?? t('letters.destroyed')}
                  </a>,
                  heading?.subject ?? '—',
                  author ? name(author) : '—',
                  letter.heldSince ? instant(letter.heldSince) : '—',
                  <LetterStatusMark status={letter.status} />,
                ],
              }
            })}
          />
        </>
      ) : (
        <EmptyState title={t('letters.to-sign.none')} icon="circle-check">
          <p>{t('letters.to-sign.none-hint')}</p>
        </EmptyState>
      )}
    </OfficerLayout>
  )
}
