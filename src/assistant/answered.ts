/** A reply as the answer that is given, with what the next question may go on from. */
import type { Answer } from '#assistant/answer'
import type { Reply } from '#assistant/intents/asking'
import type { Understanding } from '#assistant/understanding/understand'

export function answered(
  { language, intent, locationIds, customer, sources, time, idleDays, only }: Understanding,
  told: Reply,
): Answer {
  const isRefused = told.intent === 'out_of_scope' || intent === 'out_of_scope'
  return {
    language,
    intent: told.intent ?? intent,
    parts: told.parts,
    isAnswered: told.isAnswered ?? true,
    by: 'local',
    topic: isRefused
      ? null
      : {
          intent,
          locationIds,
          customer,
          sources,
          time,
          waitsFor: told.waitsFor ?? null,
          idleDays,
          only,
        },
  }
}
