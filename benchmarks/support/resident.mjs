/**
 * A program that opens Headcount as a library, asks, and prints its resident memory in MB as JSON.
 * Its arguments are JSON: the library's address, where the data is, the location and the instant.
 */
const { library, place, location, asOf } = JSON.parse(process.argv[2])
const { openHeadcount } = await import(library)

const resident = () => process.memoryUsage.rss() / 2 ** 20
const headcount = await openHeadcount(place)
await headcount.networks()
const opened = resident()
for (let turn = 0; turn < 50; turn += 1) {
  await headcount.count({ location, asOf: new Date(asOf) })
  await headcount.list({ location, asOf: new Date(asOf) })
}
const asked = resident()
await headcount.close()
console.log(JSON.stringify({ opened, asked }))
