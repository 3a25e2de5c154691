import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, speak } from '../texts/texts'
import classes from './language-choice.module.css'

export function LanguageChoice() {
  const { t, i18n } = useTranslation()
  return (
    <fieldset className={classes.choice} aria-label={t('common.language')}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          aria-pressed={i18n.language === language}
          className={classes.option}
          onClick={() => void speak(language)}
        >
          {LANGUAGES[language]}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
