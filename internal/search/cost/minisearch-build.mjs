// Makes MiniSearch's index of a file of lines: node minisearch-build.mjs DOCS INDEX
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import MiniSearch from 'minisearch'

const [docs, index] = process.argv.slice(2)
const search = new MiniSearch({ idField: 'url', fields: ['title', 'text'], storeFields: ['title'] })
for await (const line of createInterface({ input: createReadStream(docs) })) search.add(JSON.parse(line))
writeFileSync(index, JSON.stringify(search))
