/* A map of the world with points. Outlines: Natural Earth, public domain, by the package world-atlas. */

import { type GeoProjection, geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { button, html, svg } from "../../shared/dom";
import type { Point } from "../points";
import type { Context } from "./context";
import { picked } from "./picked";

/** Points that are drawn. */
const MOST = 2000;
const WIDTH = 960;
const HEIGHT = 480;
const MARGIN = 60;
/** How near a map of few points comes at most, against a map of the world. */
const NEAREST = 12;

/** Give the map, as near as all its points allow, with a button for the whole world. */
export function mapView(points: readonly Point[], context: Context): HTMLElement {
  const drawn = points.slice(0, MOST);
  const below = picked(context);
  const label = context.say("map_label", { count: drawn.length });
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "img",
    "aria-label": label,
  });
  const show = (projection: GeoProjection) =>
    drawing.replaceChildren(
      ...ground(projection),
      ...drawn.map((point) => dot(point, projection, below.show)),
    );
  let near = true;
  const toggle = button(
    context.say("map_world"),
    () => {
      near = !near;
      toggle.textContent = context.say(near ? "map_world" : "map_near");
      show(near ? around(drawn) : whole());
    },
    { class: "quieter" },
  );
  show(around(drawn));
  const cut =
    drawn.length < points.length
      ? context.say("shown_of", { shown: MOST, count: points.length })
      : "";
  const caption = html("figcaption", {}, `${label} ${cut} ${context.say("map_source")}`);
  return html(
    "figure",
    { class: "map" },
    drawing,
    below.line,
    html("p", { class: "actions" }, toggle),
    caption,
  );
}

function ground(projection: GeoProjection): SVGElement[] {
  const path = geoPath(projection);
  const outlines = world as unknown as Topology<{ countries: GeometryCollection }>;
  const lands = feature(outlines, outlines.objects.countries);
  return [
    svg("path", { class: "sea", d: path({ type: "Sphere" }) ?? "" }),
    svg("path", { class: "grid", d: path(geoGraticule10()) ?? "" }),
    svg("path", { class: "land", d: path(lands) ?? "" }),
  ];
}

function dot(
  point: Point,
  projection: GeoProjection,
  pick: (name: string, thing: Point["thing"]) => void,
): SVGElement {
  const [x, y] = projection([point.longitude, point.latitude]) ?? [0, 0];
  const made = svg(
    "circle",
    { class: "dot", cx: `${x}`, cy: `${y}`, r: "6" },
    svg("title", {}, point.name),
  );
  made.addEventListener("click", () => pick(point.name, point.thing));
  return made;
}

function whole(): GeoProjection {
  return geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
}

function around(points: readonly Point[]): GeoProjection {
  const world = whole();
  const coordinates = points.map(({ longitude, latitude }): [number, number] => [
    longitude,
    latitude,
  ]);
  const frame: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ];
  const near = geoNaturalEarth1().fitExtent(frame, { type: "MultiPoint", coordinates });
  const most = world.scale() * NEAREST;
  if (near.scale() <= most)
    return near.clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  return centred(coordinates, most);
}

function centred(coordinates: readonly [number, number][], scale: number): GeoProjection {
  const projection = geoNaturalEarth1().scale(scale).translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({
    type: "MultiPoint",
    coordinates: [...coordinates],
  });
  return projection
    .translate([WIDTH / 2 - (left + right) / 2, HEIGHT / 2 - (top + bottom) / 2])
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
}
