import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClientBase, QueryResult } from 'pg'
import type { Row, Session, Statement, TransactionOptions } from '#database/database'
import { shareValues } from '#database/share-values'
import type { StatementNames } from '#database/statement-names'
import { Turns } from '#database/turns'

export type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T>

/** One connection of an engine: the protocol client, and what the engine does its own way. */
export interface Connection {
  readonly client: ClientBase
  readonly names: StatementNames
  /** The database it belongs to, to recognise its use inside its own transaction. */
  readonly owner: object
  copyIn(target: string, chunks: Chunks, takeTurn: TakeTurn): Promise<number>
  /** A statement as the engine needs it. */
  route(statement: Statement): Statement
  /** Says what a failure of the connection itself (not of a statement) means to the caller. */
  explain(error: unknown): unknown
}

/** SQLSTATE of a write where only reading is allowed. */
const READ_ONLY = '25006'

interface OpenTransaction {
  readonly owner: object
  readonly isReadOnly: boolean
  isOpen: boolean
}

const openTransaction = new AsyncLocalStorage<OpenTransaction>()

/**
 * Refuses a statement on the database from within its own transaction: on an engine with one connection
 * it would wait for itself for ever, and on the others it is a bug too.
 */
export function refuseInsideTransaction(owner: object): void {
  const open = openTransaction.getStore()
  if (!open?.isOpen || open.owner !== owner) return
  throw new Error('Inside a transaction, use the session that it was given, not the database.')
}

/** Statements on one connection, one after the other, in the order in which they were asked for. */
export class Lane implements Session {
  readonly #connection: Connection
  readonly #turns = new Turns()
  readonly #transaction: OpenTransaction | undefined

  constructor(connection: Connection, transaction?: OpenTransaction) {
    this.#connection = connection
    this.#transaction = transaction
  }

  query<R extends object = Row>(statement: Statement): Promise<R[]> {
    return this.#take(() => this.#run<R>(statement))
  }

  async script(text: string): Promise<void> {
    await this.#take(() => this.#send({ text }))
  }

  copyIn(target: string, chunks: Chunks): Promise<number> {
    return this.#connection.copyIn(target, chunks, (work) => this.#take(work))
  }

  transaction<T>(work: (session: Session) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.#take(async () => {
      await this.#send({ text: beginText(options) })
      const { readOnly: isReadOnly = false } = options
      const transaction = { owner: this.#connection.owner, isReadOnly, isOpen: true }
      const inner = new Lane(this.#connection, transaction)
      try {
        const result = await openTransaction.run(transaction, () => work(inner))
        await inner.#end(transaction)
        const { command } = await this.#send({ text: 'commit' })
        // PostgreSQL answers ROLLBACK when a statement failed and `work` swallowed its error.
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement had failed.')
        return result
      } catch (error) {
        transaction.isOpen = false
        await inner.#end(transaction)
        await this.#send({ text: 'rollback' }).catch(() => undefined)
        throw error
      }
    })
  }

  /** Waits for statements that `work` did not await, then refuses further ones. */
  async #end(transaction: OpenTransaction): Promise<void> {
    await this.#turns.take(async () => undefined)
    transaction.isOpen = false
  }

  async #take<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#transaction) refuseInsideTransaction(this.#connection.owner)
    return this.#turns.take(() => {
      if (this.#transaction?.isOpen === false) throw new Error('This transaction has ended.')
      return work()
    })
  }

  async #run<R extends object>(statement: Statement): Promise<R[]> {
    const { text, values } = this.#connection.route(shareValues(statement))
    const { name, evicted } = this.#connection.names.nameOf(text)
    if (evicted) await this.#send({ text: `deallocate "${evicted}"` })
    const result = await this.#send({ text, values: [...values], ...(name && { name }) })
    return result.rows as R[]
  }

  async #send(query: { text: string; values?: unknown[]; name?: string }): Promise<QueryResult> {
    try {
      return await this.#connection.client.query(query)
    } catch (error) {
      // what a read-only transaction of ours refuses is a fault of ours, not of the server
      const isOurs = this.#transaction?.isReadOnly && (error as { code?: string }).code === READ_ONLY
      throw isOurs ? error : this.#connection.explain(error)
    }
  }
}

function beginText({ isolation, readOnly }: TransactionOptions): string {
  const modes = [isolation && `isolation level ${isolation}`, readOnly && 'read only'].filter(Boolean)
  return `begin ${modes.join(', ')}`
}
