/** What one may ask, with the names of what one looks at. */
import { IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './example-questions.module.css'
import { usePlace } from './use-place'

const EXAMPLES = ['count', 'onlyBooking', 'difference', 'whatIf', 'suspended'] as const

export function ExampleQuestions({ onAsk }: { readonly onAsk: (question: string) => void }) {
  const { t } = useTranslation()
  const { location, locations } = usePlace()
  const name = (location ?? locations?.[0])?.name
  const shown = EXAMPLES.filter((example) => name !== undefined || example === 'suspended')
  return (
    <div className={classes.examples}>
      <IconSparkles size={22} stroke={1.6} aria-hidden />
      <h2>{t('assistant.start')}</h2>
      <p>{t('assistant.about')}</p>
      <ul>
        {shown.map((example) => {
          const question = t(`assistant.examples.${example}`, { location: name ?? '' })
          return (
            <li key={example}>
              <button type="button" onClick={() => onAsk(question)}>
                {question}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
