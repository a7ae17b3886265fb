import { ExitThisPage } from '../components/exit-this-page.tsx'
import { ServiceNavigation } from '../components/service-navigation.tsx'
import { BackLink } from '../components/ways.tsx'
import { useReader } from '../reader.ts'
import { Section } from './section.tsx'

export function WaySamples() {
  const { t } = useReader()
  const here = '#ways'
  return (
    <Section name="ways">
      <ServiceNavigation
        items={[
          { text: t('ui.guide.way.agencies'), href: here, current: 'page' },
          { text: t('ui.guide.way.help'), href: here },
          { text: t('ui.guide.buttons'), href: here },
        ]}
      />
      <BackLink href={here} />
      <ExitThisPage />
    </Section>
  )
}
