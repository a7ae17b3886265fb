import { routes } from '../../../routes.ts'
import { CitizenLayout, Icon, type IconName, useReader } from '../../../ui/index.ts'
import type { Destination } from '../../places/index.ts'
import { SearchForm } from './search-form.tsx'

export type HomePageProps = { readonly destinations: readonly Destination[] }

/** The first page: one question, and the three other things that people come for. */
export function HomePage({ destinations }: HomePageProps) {
  const { t } = useReader()
  return (
    <CitizenLayout title={t('licences.home.question')}>
      <h1>{t('licences.home.question')}</h1>
      <p>{t('licences.home.about')}</p>
      <SearchForm destinations={destinations} />
      <OtherThings />
    </CitizenLayout>
  )
}

type Way = { readonly href: string; readonly key: string; readonly icon: IconName }

const ways: readonly Way[] = [
  { href: routes.complain.href(), key: 'complain', icon: 'message-square' },
  { href: routes.follow.href(), key: 'follow', icon: 'eye' },
  { href: routes.calculator.href(), key: 'calculator', icon: 'banknote' },
  { href: routes.figures.href(), key: 'figures', icon: 'chart-column' },
  { href: routes.rules.href(), key: 'rules', icon: 'scale' },
]

function OtherThings() {
  const { t, link } = useReader()
  return (
    <nav aria-labelledby="other">
      <h2 id="other" class="govuk-visually-hidden">
        {t('licences.home.other')}
      </h2>
      {ways.map(({ href, key, icon }) => (
        <>
          <h3 class="govuk-heading-m">
            <Icon name={icon} /> <a href={link(href)}>{t(`licences.home.${key}`)}</a>
          </h3>
          <p>{t(`licences.home.${key}-about`)}</p>
        </>
      ))}
    </nav>
  )
}
