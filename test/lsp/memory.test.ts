import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { MemoryFiles, TestClient } from './client.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function heapInUse(): Promise<number> {
  // What waits for its turn may still hold something.
  await new Promise((resolve) => setTimeout(resolve, 50));
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it('ten thousand edits leave no more behind than the first did', async () => {
  const client = await TestClient.start(new MemoryFiles({}));
  const paragraph = 'They look at the plan once more, and utilise what they know of it. Nobody has to do anything before Friday. ';
  await client.open('d.md', `${paragraph.repeat(4)}\n\nHere it is: 0.\n\n${`${paragraph.repeat(2)}\n\n`.repeat(10)}`);
  let written = 0;
  const edit = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) {
      await client.type('d.md', `Here it is: ${written}.`, `Here it is: ${written + 1}.`);
      written++;
      await client.diagnose('d.md');
    }
  };
  await edit(2000);
  const before = await heapInUse();
  await edit(10_000);
  const after = await heapInUse();
  client.stop();
  expect(after / before).toBeLessThan(1.1);
}, 120_000);
