/** A schema as text that reads like SQL, one thing a line, and what two such texts do not share. */
export interface SchemaLine {
  /** The table, view, sequence or function that the line is about. */
  readonly subject: string
  readonly kind: string
  /** Of the column, constraint, index, trigger, or commented column. */
  readonly name: string
  readonly definition: string
}

const TABLE_KINDS = new Set(['table', 'view', 'materialized view'])
const INSIDE = new Set(['column', 'constraint'])

/** Lines of one subject follow each other. */
export function renderSchema(lines: readonly SchemaLine[]): string {
  const subjects = new Map<string, SchemaLine[]>()
  for (const line of lines) subjects.set(line.subject, [...(subjects.get(line.subject) ?? []), line])
  return `${[...subjects.values()].map(renderSubject).join('\n\n')}\n`
}

function renderSubject(lines: readonly SchemaLine[]): string {
  const inside = lines.filter(({ kind }) => INSIDE.has(kind)).map((line) => `  ${renderLine(line)}`)
  const after = lines.filter(({ kind }) => !INSIDE.has(kind) && !TABLE_KINDS.has(kind)).map(renderLine)
  const table = lines.find(({ kind }) => TABLE_KINDS.has(kind))
  const text = after.map((line) => `${line};`).join('\n')
  if (!table) return text
  const head = `create ${table.kind} ${table.subject} (\n${inside.join(',\n')}\n)`
  return `${head}${oneLine(` ${table.definition}`).trimEnd()};\n${text}`.trimEnd()
}

function renderLine({ subject, kind, name, definition }: SchemaLine): string {
  const text = oneLine(definition)
  switch (kind) {
    case 'column':
      return `${name} ${text}`
    case 'constraint':
      return `constraint ${name} ${text}`
    case 'index':
    case 'trigger':
      return text
    case 'comment':
      return name
        ? `comment on column ${subject}.${name} is ${text}`
        : `comment on table ${subject} is ${text}`
    case 'sequence':
      return `create sequence ${subject} as ${text}`
    default:
      return `create ${kind} ${subject} ${text}`.trimEnd()
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** @returns a sentence for each line that only one of the two has */
export function schemaDifferences(expected: string, live: string): string[] {
  const wanted = itemsOf(expected)
  const found = itemsOf(live)
  const keys = [...new Set([...wanted.keys(), ...found.keys()])]
  return keys.flatMap((key) => difference(key, wanted.get(key), found.get(key)) ?? [])
}

function difference(item: string, wanted: string | undefined, found: string | undefined): string | undefined {
  if (wanted === found) return undefined
  if (found === undefined) return `The ${item} is missing: ${wanted}`
  if (wanted === undefined) return `The ${item} does not belong to this version: ${found}`
  return `The ${item} differs: expected ${wanted}, found ${found}`
}

/** Every line by what it is about, such as `column customers.name`. */
function itemsOf(text: string): Map<string, string> {
  const items = new Map<string, string>()
  let table = ''
  for (const line of text.split('\n')) {
    const definition = line.trim().replace(/[,;]$/, '')
    table = /^create (?:table|view|materialized view) (\S+) \($/.exec(line)?.[1] ?? table
    const item = itemOf(definition, line.startsWith('  '), table)
    if (item) items.set(item, definition)
  }
  return items
}

function itemOf(definition: string, isInside: boolean, table: string): string | undefined {
  if (definition === '' || definition === ')' || definition.startsWith('--')) return undefined
  if (isInside) {
    const constraint = /^constraint (\S+)/.exec(definition)?.[1]
    return constraint ? `constraint ${constraint} of ${table}` : `column ${table}.${definition.split(' ')[0]}`
  }
  if (definition.startsWith(')')) return `storage of ${table}`
  const [, create, name] = /^create (?:unique )?(.+?) (\S+)/i.exec(definition) ?? []
  if (create) return `${create.toLowerCase()} ${name}`
  return definition.replace(/ is '.*$/, '')
}
