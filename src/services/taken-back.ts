/**
 * Runs `work` in a transaction that is always rolled back: what it supposes is never seen by others.
 * @param transact opens the transaction, and lets what is thrown in it roll it back and go on
 */
export async function takenBack<Given, T>(
  transact: (work: (given: Given) => Promise<never>) => Promise<never>,
  work: (given: Given) => Promise<T>,
): Promise<T> {
  const result = new TakenBack<T>('what was tried is taken back')
  try {
    return await transact(async (given) => {
      result.value = [await work(given)]
      throw result
    })
  } catch (error) {
    if (error !== result || result.value === undefined) throw error
    return result.value[0]
  }
}

/** Carries the answer out of its transaction. */
class TakenBack<T> extends Error {
  value: readonly [T] | undefined
}
