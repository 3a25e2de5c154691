/** The operator’s own things: his account, the look of the panel, its language, the way out. */
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../api/client'
import { useAccount } from '../api/session'
import { LANGUAGES, type Language, speak } from '../texts/texts'
import classes from './account-menu.module.css'

const THEMES = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const

export function AccountMenu() {
  const { t, i18n } = useTranslation()
  const { firstName, lastName, email } = useAccount()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const checked = <IconCheck size={15} aria-hidden />
  return (
    <Menu position="top-start" width={232} shadow="lg" offset={6}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t('account.menu')}>
          <span className={classes.initials} aria-hidden>
            {[...firstName][0]}
            {[...lastName][0]}
          </span>
          <span className={classes.words}>
            <span className={classes.name}>
              {firstName} {lastName}
            </span>
            <span className={classes.email}>{email}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={17} stroke={1.7} />}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {THEMES.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={17} stroke={1.7} />}
            rightSection={colorScheme === scheme && checked}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('common.language')}</Menu.Label>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language && checked}
            onClick={() => void speak(language)}
          >
            {LANGUAGES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.7} />} onClick={() => signOut.mutate()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => answerOf(client.DELETE('/api/v1/sessions/current')),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
  })
}
