/** A source as its colour and its name; the colour never stands alone. */
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { usePassedByHelp } from './help-link'
import classes from './source-label.module.css'

export type Source = Schemas['Source']

/** In the order of the rules. */
export const SOURCES = ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team'] as const

export function SourceDot({ source }: { readonly source: Source }) {
  return <span className={classes.dot} style={{ background: `var(--source-${source})` }} aria-hidden />
}

export function SourceLabel({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  return (
    <span className={classes.label}>
      <SourceDot source={source} />
      {t(`sources.${source}`)}
    </span>
  )
}

/** One element each: a long list has thousands of them. */
export function SourceChips({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation()
  const helpAbout = usePassedByHelp()
  return (
    <span className={classes.chips}>
      {sources.map((source) => (
        <a key={source} {...helpAbout(source)} className={classes.chip} data-source={source}>
          {t(`sources.${source}`)}
        </a>
      ))}
    </span>
  )
}
