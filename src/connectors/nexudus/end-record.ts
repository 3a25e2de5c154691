import type { Instant, NetworkedRecord } from '#model/records'

/** A record that is no longer at its origin: what it stood for has ended, and its past remains. */
export function endRecord(record: NetworkedRecord, removedAt: Instant): NetworkedRecord {
  switch (record.kind) {
    case 'contract':
      return { ...record, endsAt: Math.min(record.endsAt ?? removedAt, removedAt) }
    case 'pause':
      return { ...record, until: Math.max(record.from, Math.min(record.until ?? removedAt, removedAt)) }
    case 'team':
      return { ...record, hasMergedBilling: false, memberExternalIds: [], updatedAt: removedAt }
    case 'booking':
      return { ...record, cancelledAt: Math.min(record.cancelledAt ?? removedAt, removedAt) }
    case 'customer_invoice':
    case 'recurring_product':
      return { ...record, removedAt }
    case 'customer':
    case 'customer_change':
    case 'location':
    case 'platform_invoice':
      // a name and a history to tell of; nothing of them counts by itself
      return record
  }
}
