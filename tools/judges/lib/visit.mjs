// Doing the same to many things, a few at a time.

/** Runs a visit for each item, a few at a time; the results keep the items' order. */
export async function visitAll(items, visit, atOnce = 3) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const mine = next++;
      results[mine] = await visit(items[mine]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
