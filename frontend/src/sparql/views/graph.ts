/* A graph as a drawing: nodes that push each other away, links that hold them together. */

import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { html, svg } from "../../shared/dom";
import { type Network, type NetworkNode, networkOf } from "../network";
import type { Triple } from "../results";
import { shortened } from "../terms";
import type { Context } from "./context";
import { picked } from "./picked";

/** Nodes that are drawn: more are a thicket. */
const MOST = 120;
const ROUNDS = 200;
const WIDTH = 960;
const HEIGHT = 600;
const EDGE = 30;
/** Links whose names are written beside them. */
const NAMED_LINKS = 30;

interface Placed extends SimulationNodeDatum {
  readonly node: NetworkNode;
  readonly id: string;
}

/** Give the drawing of triples. */
export function graphView(triples: readonly Triple[], context: Context): HTMLElement {
  const network = networkOf(triples, MOST, context.language);
  const placed = layout(network);
  const below = picked(context);
  const label = context.say("graph_label", {
    nodes: network.nodes.length,
    links: network.links.length,
  });
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
    ...links(network, placed, context),
    ...[...placed.values()].map((one) => dot(one, context, below.show)),
  );
  const shown = network.nodes.length;
  const cut =
    shown < network.count ? ` ${context.say("shown_of", { shown, count: network.count })}` : "";
  return html(
    "figure",
    { class: "graph" },
    drawing,
    below.line,
    html("figcaption", {}, label + cut),
  );
}

function layout(network: Network): ReadonlyMap<string, Placed> {
  const nodes: Placed[] = network.nodes.map((node) => ({ node, id: node.id }));
  const links = network.links.map(({ source, target }) => ({ source, target }));
  forceSimulation(nodes)
    .force(
      "link",
      forceLink<Placed, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(90),
    )
    .force("push", forceManyBody().strength(-260))
    .force("room", forceCollide(22))
    .force("centre", forceCenter(WIDTH / 2, HEIGHT / 2))
    .force("across", forceX(WIDTH / 2).strength(0.05))
    .force("down", forceY(HEIGHT / 2).strength(0.09))
    .stop()
    .tick(ROUNDS);
  intoView(nodes);
  return new Map(nodes.map((one) => [one.id, one]));
}

function intoView(nodes: readonly Placed[]): void {
  const xs = nodes.map(({ x }) => x ?? 0);
  const ys = nodes.map(({ y }) => y ?? 0);
  const across = into(xs, EDGE, WIDTH - EDGE * 4);
  const down = into(ys, EDGE, HEIGHT - EDGE);
  for (const one of nodes) {
    one.x = across(one.x ?? 0);
    one.y = down(one.y ?? 0);
  }
}

function into(values: readonly number[], from: number, to: number): (value: number) => number {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return (value) => (span ? from + ((value - least) / span) * (to - from) : (from + to) / 2);
}

function links(
  network: Network,
  placed: ReadonlyMap<string, Placed>,
  context: Context,
): SVGElement[] {
  return network.links.flatMap(({ source, target, predicate }) => {
    const one = placed.get(source);
    const other = placed.get(target);
    if (!one || !other) return [];
    const [x1, y1, x2, y2] = [one.x ?? 0, one.y ?? 0, other.x ?? 0, other.y ?? 0];
    const name = shortened(predicate, context.vocabulary.prefixes);
    const line = svg("line", { x1: `${x1}`, y1: `${y1}`, x2: `${x2}`, y2: `${y2}`, class: "link" });
    line.append(svg("title", {}, name));
    if (network.links.length > NAMED_LINKS) return [line];
    const middle = {
      x: `${(x1 + x2) / 2}`,
      y: `${(y1 + y2) / 2 - 3}`,
      "text-anchor": "middle",
      class: "predicate",
    };
    return [line, svg("text", middle, name)];
  });
}

function dot(
  one: Placed,
  context: Context,
  pick: (name: string, thing: NetworkNode["term"]) => void,
): SVGElement {
  const name = shortened(one.node.name, context.vocabulary.prefixes);
  const made = svg(
    "g",
    { class: "node", transform: `translate(${one.x ?? 0} ${one.y ?? 0})` },
    svg("title", {}, one.node.term.value),
    svg("circle", { r: "7" }),
    svg("text", { x: "11", y: "4" }, name.length > 32 ? `${name.slice(0, 31)}…` : name),
  );
  made.addEventListener("click", () => pick(name, one.node.term));
  return made;
}
