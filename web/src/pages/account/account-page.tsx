import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page'
import { SettingsSection } from '../../ui/settings-section'
import { ApiKeys } from './api-keys'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { SecondFactor } from './second-factor'
import { Sessions } from './sessions'

const PARTS = [
  ['profile', ProfileForm],
  ['email', EmailForm],
  ['password', PasswordForm],
  ['secondFactor', SecondFactor],
  ['sessions', Sessions],
  ['apiKeys', ApiKeys],
] as const

export function AccountPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('account.title')}>
      <div>
        {PARTS.map(([part, Contents]) => (
          <SettingsSection
            key={part}
            title={t(`account.${part}.title`)}
            description={t(`account.${part}.about`)}
          >
            <Contents />
          </SettingsSection>
        ))}
      </div>
    </Page>
  )
}
