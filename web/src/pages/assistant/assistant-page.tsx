/** The assistant by itself, with the operator's conversations beside it. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConversationList } from '../../components/conversation-list'
import { ConversationView } from '../../components/conversation-view'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import classes from './assistant-page.module.css'

const route = getRouteApi('/panel/assistant')

export function AssistantPage() {
  const { t } = useTranslation()
  const { conversation } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (chosen: number | undefined) =>
    void navigate({ search: (search) => ({ ...search, conversation: chosen }), replace: true })
  return (
    <Page
      title={t('navigation.assistant')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => choose(undefined)}
        >
          {t('assistant.new')}
        </Button>
      }
    >
      <div className={classes.columns}>
        <div className={classes.talk}>
          <ConversationView conversation={conversation} onChange={choose} />
        </div>
        <Card title={t('assistant.conversations')} isFlush>
          <ConversationList conversation={conversation} onChoose={choose} />
        </Card>
      </div>
    </Page>
  )
}
