import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './language-choice.module.css'

export const THEMES = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const

export function ThemeChoice() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className={classes.choice} aria-label={t('theme.label')}>
      {THEMES.map(([scheme, Icon]) => (
        <ActionIcon
          key={scheme}
          variant={colorScheme === scheme ? 'default' : 'subtle'}
          aria-label={t(`theme.${scheme}`)}
          title={t(`theme.${scheme}`)}
          aria-pressed={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      ))}
    </fieldset>
  )
}
