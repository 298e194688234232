// That the outlines in src/web/map are the ones that outlines.mjs draws, and small.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { equalEarth, outlines } from "./outlines.mjs";

const bytesMax = 25_000;

for (const [name, draw] of Object.entries(outlines)) {
  test(`${name} is what is drawn from the atlas`, () => {
    const stored = readFileSync(new URL(`../../src/web/map/${name}`, import.meta.url), "utf8");
    assert.equal(stored, draw(), `write it anew: node tests/outlines/outlines.mjs`);
    assert.ok(Buffer.byteLength(stored) <= bytesMax);
  });
}

test("the world ends at the edges of its drawing", () => {
  const edges = [-180, 0, 180].map((longitude) => equalEarth([longitude, 0])[0].toFixed(1));
  assert.deepEqual(edges.map((edge) => Math.abs(edge)), [0, 500, 1000]);
});
