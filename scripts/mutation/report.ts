/** Tells the parent process, a line each, which file of tests has ended and whether it noticed the mutant. */
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

export class MutantReporter implements Reporter {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  onTestModuleEnd(module: TestModule): void {
    const [mutant, ...path] = relative(this.#folder, module.moduleId).split('/')
    const failed = [...module.children.allTests('failed')].map((test) => {
      const [error] = test.result().errors ?? []
      return `${test.name} (${error?.message.split('\n')[0]})`
    })
    const faults = module.errors().map(({ message }) => message)
    console.log(JSON.stringify({ mutant, test: path.join('/'), failed: [...failed, ...faults] }))
  }

  onTestRunEnd(_modules: unknown, errors: readonly { readonly message: string }[]): void {
    for (const { message } of errors) console.error(message)
  }
}
