/** Around the pages before sign-in: the form on one side, on a wide screen what it is for on the other. */
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Brand } from './brand'
import classes from './entry-frame.module.css'
import { LanguageChoice } from './language-choice'

/** Heights of the bars, in percent, drawn like a year of counts by source. */
const BARS = [34, 38, 41, 39, 46, 52, 50, 58, 63, 61, 70, 78] as const
const SOURCES = ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team'] as const

export function EntryFrame() {
  const { t } = useTranslation()
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <header>
          <Brand />
        </header>
        <main className={classes.form}>
          <Outlet />
        </main>
        <footer>
          <LanguageChoice />
        </footer>
      </div>
      <aside className={classes.picture} aria-hidden="true">
        <p className={classes.claim}>{t('entry.claim')}</p>
        <div className={classes.bars}>
          {BARS.map((height) => (
            <div key={height} className={classes.bar} style={{ height: `${height}%` }}>
              {SOURCES.map((source) => (
                <span key={source} style={{ background: `var(--source-${source})` }} />
              ))}
            </div>
          ))}
        </div>
      </aside>
    </div>
  )
}
