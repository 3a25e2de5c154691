/** Every setting in one table. `headcount config` prints it; an empty variable counts as not set. */
import { HeadcountError } from '#errors'

export const SETTINGS = {
  dataDir: {
    variable: 'HEADCOUNT_DATA_DIR',
    default: 'headcount-data',
    sentence: 'Folder of the embedded database, made if there is none. Not used with DATABASE_URL.',
    isSecret: false,
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    default: '',
    sentence:
      'Address of a PostgreSQL server, such as postgres://user:password@host/database. Default: the embedded database.',
    isSecret: true,
  },
} as const satisfies Record<
  string,
  { variable: string; default: string; sentence: string; isSecret: boolean }
>

export interface Settings {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

/** @throws INVALID_SETTING that names the variable */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const databaseUrl = readSetting(environment, 'databaseUrl')
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new HeadcountError(
      'INVALID_SETTING',
      `${SETTINGS.databaseUrl.variable} must begin with postgres:// or postgresql://.`,
    )
  }
  const dataDir = readSetting(environment, 'dataDir')
  if (dataDir.includes('\0')) {
    throw new HeadcountError(
      'INVALID_SETTING',
      `${SETTINGS.dataDir.variable} holds a NUL character, which no folder name can.`,
    )
  }
  return { dataDir, databaseUrl: databaseUrl === '' ? undefined : databaseUrl }
}

function readSetting(
  environment: Readonly<Record<string, string | undefined>>,
  setting: keyof typeof SETTINGS,
): string {
  const { variable, default: fallback } = SETTINGS[setting]
  const value = environment[variable]?.trim()
  return value === undefined || value === '' ? fallback : value
}
