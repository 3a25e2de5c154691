/** A language model behind an address that speaks as OpenAI’s does. Loaded only where one is set. */
import type { LanguageModel } from 'ai'

export interface ModelSettings {
  /** Up to the version, such as `http://localhost:11434/v1`. */
  readonly url: string
  readonly name: string
  readonly key: string | undefined
  /** Milliseconds for a whole answer. */
  readonly timeoutMs: number
}

export interface ConnectedModel {
  readonly settings: ModelSettings
  readonly sdk: typeof import('ai')
  readonly model: LanguageModel
}

export async function connectModel(settings: ModelSettings): Promise<ConnectedModel> {
  const [sdk, { createOpenAICompatible }] = await Promise.all([
    import('ai'),
    import('@ai-sdk/openai-compatible'),
  ])
  // it would print warnings, which may quote what was sent
  globalThis.AI_SDK_LOG_WARNINGS = false
  const { url, key, name } = settings
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: url,
    ...(key !== undefined && { apiKey: key }),
  })
  return { settings, sdk, model: provider(name) }
}
