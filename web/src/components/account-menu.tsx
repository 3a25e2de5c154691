/** The operator’s own things: his account, the look of the panel, its language, the way out. */
import { useMantineColorScheme } from '@mantine/core'
import { type Icon, IconCheck, IconLogout, IconSelector, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../api/client'
import { useAccount } from '../api/session'
import { LANGUAGES, type Language, speak } from '../texts/texts'
import { Popup } from '../ui/popup'
import popup from '../ui/popup.module.css'
import classes from './account-menu.module.css'
import { THEMES } from './theme-choice'

export function AccountMenu() {
  const { t } = useTranslation()
  const { firstName, lastName, email } = useAccount()
  return (
    <Popup
      label={t('account.menu')}
      className={classes.target}
      isAbove
      button={
        <>
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
        </>
      }
    >
      {(close) => <Contents onDone={close} />}
    </Popup>
  )
}

function Contents({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <>
      <Link to="/account" className={popup.item} onClick={onDone}>
        <IconUserCircle size={17} stroke={1.7} aria-hidden />
        <span>{t('account.title')}</span>
      </Link>
      <hr className={popup.rule} />
      <p className={popup.group}>{t('theme.label')}</p>
      {THEMES.map(([scheme, icon]) => (
        <Item key={scheme} icon={icon} isOn={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
          {t(`theme.${scheme}`)}
        </Item>
      ))}
      <hr className={popup.rule} />
      <p className={popup.group}>{t('common.language')}</p>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <Item
          key={language}
          lang={language}
          isOn={i18n.language === language}
          onClick={() => void speak(language)}
        >
          {LANGUAGES[language]}
        </Item>
      ))}
      <hr className={popup.rule} />
      <Item icon={IconLogout} onClick={() => signOut.mutate()}>
        {t('account.signOut')}
      </Item>
    </>
  )
}

interface ItemProps {
  readonly icon?: Icon
  readonly lang?: string
  /** Of a choice: whether it is the one. */
  readonly isOn?: boolean
  readonly onClick: () => void
  readonly children: string
}

function Item({ icon: Icon, isOn, children, ...rest }: ItemProps) {
  return (
    <button type="button" className={popup.item} aria-pressed={isOn} {...rest}>
      {Icon !== undefined && <Icon size={17} stroke={1.7} aria-hidden />}
      <span>{children}</span>
      {isOn === true && <IconCheck size={15} aria-hidden />}
    </button>
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
