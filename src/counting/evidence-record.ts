/** What the records of frozen evidence are called where they come from: a list holds our numbers of them. */
import { raw, type Sql } from 'sql-template-tag'
import { SOURCE_BITS } from '#model/source'

/** The name of the record that {@link joinEvidenceRecord} has found. @param row has kind and ref */
export function evidenceRecord(row: string): Sql {
  return raw(`coalesce(t.external_id, x.external_id, ${row}.ref::text)`)
}

/** Joins what evidence is called, as `x` and, where it is a team, `t`. @param network the network's number */
export function joinEvidenceRecord(row: string, network: string): Sql {
  return raw(`
      left join external_refs x on x.network_id = ${network} and x.ref = ${row}.ref
      left join teams t
        on t.network_id = ${network}
        and t.team_id = ${row}.ref
        and ${row}.kind & 255 = ${SOURCE_BITS.team}`)
}
