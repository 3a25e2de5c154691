import { BILLING_TOOLS } from '#assistant/tools/billing-tools'
import { COUNT_TOOLS } from '#assistant/tools/count-tools'
import { RECORD_TOOLS } from '#assistant/tools/record-tools'
import type { Tool } from '#assistant/tools/tool'

/** Every verb that reads and changes nothing, for a language model and for other programs. */
export const TOOLS: readonly Tool[] = [...COUNT_TOOLS, ...RECORD_TOOLS, ...BILLING_TOOLS]
