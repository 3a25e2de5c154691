/** Around the help of somebody who is not signed in. */
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Brand } from './brand'
import classes from './help-frame.module.css'
import { LanguageChoice } from './language-choice'
import frame from './panel-frame.module.css'
import { ThemeChoice } from './theme-choice'

export function HelpFrame() {
  const { t } = useTranslation()
  return (
    <div className={classes.frame}>
      <a href="#main" className={frame.skip}>
        {t('common.skip')}
      </a>
      <header className={classes.header}>
        <Link to="/help" className={classes.brand} aria-label={t('helpCentre.home')}>
          <Brand />
          <span className={classes.help}>{t('navigation.help')}</span>
        </Link>
        <div className={classes.choices}>
          <ThemeChoice />
          <LanguageChoice />
          <Link to="/sign-in" className={classes.signIn}>
            {t('signIn.submit')}
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
