// Draws the outlines that the pages put their maps upon: the states of the US from us-atlas (data
// of the US Census Bureau) and the countries from world-atlas (Natural Earth). Both data are in the
// public domain, and nothing but them is in the drawings.
//
//     node tests/outlines/outlines.mjs     writes src/web/map/*.svg
//
// src/web/map/projection.cpp puts places on them by the same formulas.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { feature, merge, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const folder = new URL("../../src/web/map/", import.meta.url);

const read = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

// As one that browsers read: whole units, each point told from the one before.
function pathOf(lines, isClosed) {
  let path = "";
  for (const line of lines) {
    const points = line
      .map(([x, y]) => [Math.round(x), Math.round(y)])
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
    if (points.length < (isClosed ? 4 : 2)) continue;
    if (isClosed) points.pop();
    let [lastX, lastY] = points[0];
    path += `M${lastX} ${lastY}l`;
    path += points
      .slice(1)
      .map(([x, y]) => {
        const step = `${x - lastX} ${y - lastY}`;
        [lastX, lastY] = [x, y];
        return step;
      })
      .join(" ")
      .replaceAll(" -", "-");
    if (isClosed) path += "z";
  }
  return path;
}

function ringArea(ring) {
  let area = 0;
  for (let i = 1; i < ring.length; ++i) {
    area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return Math.abs(area / 2);
}

// Islands and lakes that are smaller than a dot are not drawn.
const rings = (geometry, areaMin) =>
  geometry.coordinates.flat().filter((ring) => ringArea(ring) >= areaMin);

// Gray that lies on light and dark grounds and on paper alike, as a picture does not know which.
const drawing = ({ width, height }, stroke, land, borders) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
  `<g stroke="#84919d" stroke-linejoin="round">` +
  `<path fill="#84919d" fill-opacity=".25" stroke-width="${stroke}" d="${land}"/>` +
  `<path fill="none" stroke-width="${stroke * 0.7}" stroke-opacity=".8" d="${borders}"/></g></svg>\n`;

export function usOutline() {
  const atlas = simplify(presimplify(read("us-atlas/states-albers-10m.json")), 3);
  const { states } = atlas.objects;
  const land = rings(merge(atlas, states.geometries), 12);
  const borders = mesh(atlas, states, (one, other) => one !== other).coordinates;
  return drawing({ width: 975, height: 610 }, 1.2, pathOf(land, true), pathOf(borders, false));
}

// Equal Earth (Šavrič, Patterson, Jenny 2018), as wide as the drawing.
const world = { width: 1000, height: 487 };
export function equalEarth([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const m = Math.sqrt(3) / 2;
  const l = Math.asin(m * Math.sin((latitude * Math.PI) / 180));
  const l2 = l * l;
  const l6 = l2 * l2 * l2;
  const x =
    ((longitude * Math.PI) / 180) *
    (Math.cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))));
  const y = l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
  const scale = world.width / 2 / (Math.PI / (m * a1));
  return [world.width / 2 + x * scale, world.height / 2 - y * scale];
}

// What of a ring lies between two meridians.
function between(ring, west, east) {
  const cut = (points, meridian, isInside) =>
    points.flatMap((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (isInside(before[0]) === isInside(point[0])) return isInside(point[0]) ? [point] : [];
      const part = (meridian - before[0]) / (point[0] - before[0]);
      const crossing = [meridian, before[1] + part * (point[1] - before[1])];
      return isInside(point[0]) ? [crossing, point] : [crossing];
    });
  const open = ring.slice(0, -1);
  const cutWest = cut(open, west, (longitude) => longitude >= west);
  const both = cut(cutWest, east, (longitude) => longitude <= east);
  return both.length ? [...both, both[0]] : [];
}

// The data has one ring of what the 180th meridian parts: Chukotka, Wrangel, a Fijian island.
function parted(ring) {
  let turns = 0;
  const unrolled = ring.map(([longitude, latitude], i) => {
    const step = i === 0 ? 0 : longitude - ring[i - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [longitude + 360 * turns, latitude];
  });
  const around = unrolled.some(([longitude]) => Math.abs(longitude) > 180);
  if (!around || turns !== 0) return [ring];
  return [-360, 0, 360].map((turn) =>
    between(unrolled, turn - 180, turn + 180).map(([x, y]) => [x - turn, y]),
  );
}

export function worldOutline() {
  const atlas = simplify(presimplify(read("world-atlas/countries-110m.json")), 0.08);
  const { countries } = atlas.objects;
  const projected = (lines) => lines.map((line) => line.map(equalEarth));
  const land = rings(merge(atlas, countries.geometries), 0);
  const borders = mesh(atlas, countries, (one, other) => one !== other).coordinates;
  return drawing(
    world,
    0.6,
    pathOf(projected(land.flatMap(parted)).filter((ring) => ringArea(ring) >= 0.3), true),
    pathOf(projected(borders), false),
  );
}

export const outlines = { "us.svg": usOutline, "world.svg": worldOutline };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, draw] of Object.entries(outlines)) writeFileSync(new URL(name, folder), draw());
}
