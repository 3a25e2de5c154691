/**
 * The loading tables of a batch. An import reads into schema `loading`, one import at a time; batches
 * run beside it and beside each other. So a connection keeps temporary tables, emptied by each commit,
 * and the statements of the import run on them as they are: the schema `loading` stands for them.
 */
import type { Row, Session, Statement } from '#database/database'
import { LOADING_TABLES } from '#services/imports/loading-tables'

const PREFIX = 'pg_temp.loading_'

function ofBatch(text: string): string {
  return text.replaceAll('loading.', PREFIX)
}

const FACTS = 'create unlogged table loading.facts (like facts);\n'
const TEMPORARY_TABLES = ofBatch(
  `${LOADING_TABLES}${FACTS}`.replace(
    /create unlogged table ([^;]+);/g,
    'create temporary table $1 on commit delete rows;',
  ),
)

class BatchSession implements Session {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  query<R extends object = Row>({ text, values }: Statement): Promise<R[]> {
    return this.#session.query<R>({ text: ofBatch(text), values })
  }

  script(text: string): Promise<void> {
    return this.#session.script(ofBatch(text))
  }

  copyIn(target: string, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<number> {
    return this.#session.copyIn(ofBatch(target), chunks)
  }
}

/** The session of an open transaction, with loading tables that last until its end. */
export async function withLoadingTables(session: Session): Promise<Session> {
  const [row] = await session.query<{ are_there: boolean }>({
    text: `select to_regclass('${PREFIX}facts') is not null as are_there`,
    values: [],
  })
  if (!row?.are_there) await session.script(TEMPORARY_TABLES)
  return new BatchSession(session)
}
