/** An operator's conversations with the assistant: kept for him alone, until he deletes them. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import type { Asker } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, text, whole } from '#services/check-input'
import type { Context } from '#services/context'

export interface ConversationListed {
  readonly conversationId: number
  /** Its first question. */
  readonly title: string
  readonly startedAt: string
  readonly askedAt: string
  readonly turns: number
}

export interface Conversation extends Omit<ConversationListed, 'turns'> {
  /** What the last question was about, as the assistant wrote it down. */
  readonly topic: unknown
  readonly turns: readonly { readonly question: string; readonly answer: unknown; readonly askedAt: string }[]
}

export interface Turn {
  /** Null begins a conversation. */
  readonly conversationId: number | null
  readonly question: string
  readonly answer: unknown
  readonly topic: unknown
}

export interface AssistantVerbs {
  /** The operator's own conversations, the newest first. */
  listConversations(): Promise<readonly ConversationListed[]>
  getConversation(conversationId: number): Promise<Conversation>
  /** Keeps a question and its answer. @returns the conversation that it is in */
  keepTurn(turn: Turn): Promise<number>
  deleteConversation(conversationId: number): Promise<void>
}

export function assistantVerbs(context: Context): AssistantVerbs {
  return {
    listConversations: () => listConversations(context),
    getConversation: (id) => getConversation(context, id),
    keepTurn: (turn) => keepTurn(context, turn),
    deleteConversation: (id) => deleteConversation(context, id),
  }
}

const MOST_LISTED = 100
const conversationNumber = whole(1, LARGEST_INT)

/** @throws SESSION_NEEDED where nobody asks whose conversations they could be */
function ownerOf({ operator }: Asker): string {
  if (operator !== null) return operator.operatorId
  throw new HeadcountError('SESSION_NEEDED', 'Conversations belong to an operator.')
}

interface Row {
  conversation_id: number
  started_at: Date
  asked_at: Date
  title: string
  turns: number
}

async function listConversations({ database, asker }: Context): Promise<readonly ConversationListed[]> {
  const rows = await database.query<Row>(sql`
    select c.conversation_id, c.started_at, c.asked_at, first.question as title, (
        select count(*)::int from assistant_turns t where t.conversation_id = c.conversation_id
      ) as turns
    from assistant_conversations c
    join assistant_turns first on first.conversation_id = c.conversation_id and first.turn_number = 1
    where c.operator_id = ${ownerOf(asker)}::text
    order by c.asked_at desc, c.conversation_id desc
    limit ${MOST_LISTED}::int`)
  return rows.map(({ conversation_id, title, turns, ...row }) => ({
    ...{ conversationId: conversation_id, title, turns },
    ...{ startedAt: row.started_at.toISOString(), askedAt: row.asked_at.toISOString() },
  }))
}

/** @throws CONVERSATION_NOT_FOUND for one that is not the operator's own */
async function getConversation({ database, asker }: Context, given: number): Promise<Conversation> {
  const conversationId = conversationNumber('conversationId', given)
  const [found] = await database.query<{ started_at: Date; asked_at: Date; topic: unknown }>(sql`
    select started_at, asked_at, topic
    from assistant_conversations
    where conversation_id = ${conversationId}::int
      and operator_id = ${ownerOf(asker)}::text`)
  if (found === undefined) throw notFound()
  const turns = await database.query<{ question: string; answer: unknown; asked_at: Date }>(sql`
    select question, answer, asked_at
    from assistant_turns
    where conversation_id = ${conversationId}::int
    order by turn_number`)
  return {
    conversationId,
    title: turns[0]?.question ?? '',
    startedAt: found.started_at.toISOString(),
    askedAt: found.asked_at.toISOString(),
    topic: found.topic,
    turns: turns.map((turn) => ({
      question: turn.question,
      answer: turn.answer,
      askedAt: turn.asked_at.toISOString(),
    })),
  }
}

/** Not in the audit log: it changes nothing that anybody else sees, and would fill it. */
function keepTurn({ database, asker, now }: Context, given: Turn): Promise<number> {
  const operatorId = ownerOf(asker)
  const { question } = checkInput({ question: given.question }, { question: text })
  const at = now()
  const topic = JSON.stringify(given.topic)
  return database.transaction(async (session) => {
    const conversationId =
      given.conversationId === null
        ? await begin(session, operatorId, at)
        : conversationNumber('conversationId', given.conversationId)
    const own = await session.query(sql`
      update assistant_conversations
      set asked_at = ${at}::timestamptz, topic = ${topic}::jsonb
      where conversation_id = ${conversationId}::int
        and operator_id = ${operatorId}::text
      returning conversation_id`)
    if (own.length === 0) throw notFound()
    await session.query(sql`
      insert into assistant_turns (conversation_id, turn_number, question, answer, asked_at)
      select ${conversationId}::int, coalesce(max(turn_number), 0) + 1, ${question}::text, ${JSON.stringify(given.answer)}::jsonb, ${at}::timestamptz
      from assistant_turns
      where conversation_id = ${conversationId}::int`)
    return conversationId
  })
}

async function begin(session: Session, operatorId: string, at: Date): Promise<number> {
  const [made] = await session.query<{ id: number }>(sql`
    insert into assistant_conversations (conversation_id, operator_id, started_at, asked_at)
    values (nextval('conversation_ids')::int, ${operatorId}::text, ${at}::timestamptz, ${at}::timestamptz)
    returning conversation_id as id`)
  if (made === undefined) throw new Error('sequence conversation_ids gave no number')
  return made.id
}

async function deleteConversation(context: Context, given: number): Promise<void> {
  const conversationId = conversationNumber('conversationId', given)
  const operatorId = ownerOf(context.asker)
  await context.database.transaction(async (session) => {
    const gone = await session.query(sql`
      delete from assistant_conversations
      where conversation_id = ${conversationId}::int
        and operator_id = ${operatorId}::text
      returning conversation_id`)
    if (gone.length === 0) throw notFound()
    await writeAudit(session, context, {
      action: 'conversation.delete',
      networkId: 0,
      subject: { operatorId, conversationId },
    })
  })
}

function notFound(): HeadcountError {
  return new HeadcountError('CONVERSATION_NOT_FOUND', 'You have no such conversation.')
}
