/** Every setting in one table. `headcount config` prints it; an empty variable counts as not set. */
import { HeadcountError } from '#errors'

export const SETTINGS = {
  dataDir: {
    variable: 'HEADCOUNT_DATA_DIR',
    default: 'headcount-data',
    sentence:
      'Folder of the embedded database and of the key file, made if there is none. With DATABASE_URL, of the key file alone.',
    isSecret: false,
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    default: '',
    sentence:
      'Address of a PostgreSQL server, such as postgres://user:password@host/database. Default: the embedded database.',
    isSecret: true,
  },
  host: {
    variable: 'HEADCOUNT_HOST',
    default: '127.0.0.1',
    sentence: 'Address that the server listens on; 0.0.0.0 for every network of the machine.',
    isSecret: false,
  },
  port: {
    variable: 'HEADCOUNT_PORT',
    default: '4300',
    sentence: 'Port that the server listens on; 0 for any that is free.',
    isSecret: false,
  },
  publicUrl: {
    variable: 'HEADCOUNT_URL',
    default: '',
    sentence:
      'Address under which operators reach the server, such as https://headcount.example.com. Default: the one it listens on.',
    isSecret: false,
  },
  secret: {
    variable: 'HEADCOUNT_SECRET',
    default: '',
    sentence:
      'At least 32 characters that sign sessions and encrypt second factors; the same for every server of one database. Default: a key file in the data folder.',
    isSecret: true,
  },
  smtpUrl: {
    variable: 'HEADCOUNT_SMTP_URL',
    default: '',
    sentence:
      'Server that sends e-mail, such as smtps://user:password@mail.example.com. Without it, links are printed to the log.',
    isSecret: true,
  },
  mailFrom: {
    variable: 'HEADCOUNT_MAIL_FROM',
    default: 'Headcount <headcount@localhost>',
    sentence: 'Sender of e-mail.',
    isSecret: false,
  },
  logLevel: {
    variable: 'HEADCOUNT_LOG_LEVEL',
    default: 'info',
    sentence: 'How much the server logs: fatal, error, warn, info, debug, trace or silent.',
    isSecret: false,
  },
  requestsAMinute: {
    variable: 'HEADCOUNT_REQUESTS_A_MINUTE',
    default: '6000',
    sentence: 'Requests that one address may make in a minute.',
    isSecret: false,
  },
  modelUrl: {
    variable: 'HEADCOUNT_LLM_URL',
    default: '',
    sentence:
      'Language model behind the assistant: an address that speaks as OpenAI’s does, such as http://localhost:11434/v1. It is sent the question, earlier ones with their answers, and what is looked up for it, with names, without e-mails. Default: none, so that nothing leaves Headcount.',
    isSecret: false,
  },
  modelName: {
    variable: 'HEADCOUNT_LLM_MODEL',
    default: '',
    sentence: 'Name of the language model, as its address knows it. Needed with HEADCOUNT_LLM_URL.',
    isSecret: false,
  },
  modelKey: {
    variable: 'HEADCOUNT_LLM_KEY',
    default: '',
    sentence: 'Key that HEADCOUNT_LLM_URL asks for, if it does.',
    isSecret: true,
  },
  modelTimeout: {
    variable: 'HEADCOUNT_LLM_TIMEOUT',
    default: '30',
    sentence: 'Seconds that the language model has for a whole answer; then Headcount answers by itself.',
    isSecret: false,
  },
} as const satisfies Record<
  string,
  { variable: string; default: string; sentence: string; isSecret: boolean }
>

export interface Settings {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly server: ServerSettings
  /** Null: the assistant answers by itself. */
  readonly model: LanguageModelSettings | null
}

export interface LanguageModelSettings {
  readonly url: string
  readonly name: string
  readonly key: string | undefined
  readonly timeoutMs: number
}

export interface ServerSettings {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly secret: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: LogLevel
  readonly requestsAMinute: number
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

const LARGEST_PORT = 65_535
const SHORTEST_SECRET = 32
const MOST_REQUESTS = 10_000_000
const LONGEST_TIMEOUT_S = 600

type Environment = Readonly<Record<string, string | undefined>>

/** @throws INVALID_SETTING that names the variable */
export function readSettings(environment: Environment): Settings {
  const databaseUrl = readOptional(environment, 'databaseUrl')
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw invalid('databaseUrl', 'must begin with postgres:// or postgresql://')
  }
  const dataDir = readSetting(environment, 'dataDir')
  if (dataDir.includes('\0')) throw invalid('dataDir', 'holds a NUL character, which no folder name can')
  return {
    ...{ dataDir, databaseUrl },
    server: readServerSettings(environment),
    model: readModelSettings(environment),
  }
}

function readServerSettings(environment: Environment): ServerSettings {
  const host = readSetting(environment, 'host')
  if (/[\s/\0]/.test(host)) throw invalid('host', 'must be a name or an IP address')
  const secret = readOptional(environment, 'secret')
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw invalid('secret', `must have at least ${SHORTEST_SECRET} characters`)
  }
  const level = readSetting(environment, 'logLevel')
  const logLevel = LOG_LEVELS.find((known) => known === level)
  if (logLevel === undefined) throw invalid('logLevel', `must be one of ${LOG_LEVELS.join(', ')}`)
  return {
    host,
    port: readWhole(environment, 'port', 0, LARGEST_PORT),
    publicUrl: readUrl(environment, 'publicUrl', ['http:', 'https:'])?.replace(/\/+$/, ''),
    secret,
    smtpUrl: readUrl(environment, 'smtpUrl', ['smtp:', 'smtps:']),
    mailFrom: readSetting(environment, 'mailFrom'),
    logLevel,
    requestsAMinute: readWhole(environment, 'requestsAMinute', 1, MOST_REQUESTS),
  }
}

function readModelSettings(environment: Environment): LanguageModelSettings | null {
  const url = readUrl(environment, 'modelUrl', ['http:', 'https:'])?.replace(/\/+$/, '')
  const name = readOptional(environment, 'modelName')
  const key = readOptional(environment, 'modelKey')
  const timeoutMs = readWhole(environment, 'modelTimeout', 1, LONGEST_TIMEOUT_S) * 1000
  if (url === undefined) {
    const stray = name !== undefined ? 'modelName' : key !== undefined ? 'modelKey' : null
    if (stray !== null) throw invalid(stray, `is of no use without ${SETTINGS.modelUrl.variable}`)
    return null
  }
  // the address is shown to operators
  const { username, password, search, hash } = new URL(url)
  if (username !== '' || password !== '') {
    throw invalid(
      'modelUrl',
      `must not hold a name or password; a key goes into ${SETTINGS.modelKey.variable}`,
    )
  }
  if (search !== '' || hash !== '') throw invalid('modelUrl', 'must not hold ? or #')
  if (name === undefined) {
    throw invalid('modelName', `must name the model, since ${SETTINGS.modelUrl.variable} is set`)
  }
  // what a header can hold; the key itself is not told
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    throw invalid('modelKey', 'must consist of letters, digits and signs without spaces')
  }
  return { url, name, key, timeoutMs }
}

function readUrl(
  environment: Environment,
  setting: keyof typeof SETTINGS,
  protocols: readonly string[],
): string | undefined {
  const value = readOptional(environment, setting)
  if (value === undefined) return undefined
  const protocol = URL.canParse(value) ? new URL(value).protocol : ''
  if (!protocols.includes(protocol)) {
    throw invalid(
      setting,
      `must be an address that begins with ${protocols.map((name) => `${name}//`).join(' or ')}`,
    )
  }
  return value
}

function readWhole(
  environment: Environment,
  setting: keyof typeof SETTINGS,
  least: number,
  most: number,
): number {
  const text = readSetting(environment, setting)
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw invalid(setting, `must be a whole number from ${least} to ${most}`)
}

function readOptional(environment: Environment, setting: keyof typeof SETTINGS): string | undefined {
  const value = readSetting(environment, setting)
  return value === '' ? undefined : value
}

function readSetting(environment: Environment, setting: keyof typeof SETTINGS): string {
  const { variable, default: fallback } = SETTINGS[setting]
  const value = environment[variable]?.trim()
  return value === undefined || value === '' ? fallback : value
}

function invalid(setting: keyof typeof SETTINGS, fault: string): HeadcountError {
  return new HeadcountError('INVALID_SETTING', `${SETTINGS[setting].variable} ${fault}.`)
}
