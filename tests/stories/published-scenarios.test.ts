// Each row of the published table of scenarios; the help centre shows the same stories.
import { PUBLISHED_SCENARIOS } from './published-scenarios.ts'
import { describeStories } from './support/tell.ts'

describeStories(
  'the published scenarios',
  Object.fromEntries(Object.entries(PUBLISHED_SCENARIOS).map(([title, { story }]) => [title, story])),
)
