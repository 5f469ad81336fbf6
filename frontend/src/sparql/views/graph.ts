/* A graph as a drawing of things and the links between them. */

import { html, svg } from "../../shared/dom";
import { clipped } from "../../shared/texts";
import { layout, type Spot } from "../layout";
import { type Network, type NetworkLink, type NetworkNode, networkOf } from "../network";
import type { Triple } from "../results";
import { shortened } from "../terms";
import type { Context } from "./context";
import { picked } from "./picked";
import { framed } from "./scroll";

/** Nodes that are drawn: more are a thicket. */
const MOST = 120;
const FRAME = { width: 960, height: 600, margin: 30, names: 190 };
/** Links whose names are written beside them. */
const NAMED_LINKS = 30;
const ARROW = "arrow";

/** Give the drawing of triples. */
export function graphView(triples: readonly Triple[], context: Context): HTMLElement {
  const network = networkOf(triples, MOST, context.language);
  const spots = layout(network, FRAME);
  const below = picked(context);
  const label = captionOf(network, context);
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, role: "img", "aria-label": label },
    arrow(),
    ...lines(network, spots, context),
    ...[...spots.values()].map((spot) => dot(spot, context, below.show)),
  );
  const caption = html("figcaption", {}, label);
  return html("figure", { class: "graph" }, framed(drawing, context), below.line, caption);
}

function captionOf(network: Network, { say, vocabulary }: Context): string {
  const { nodes, links, count } = network;
  const only = onlyPredicate(links);
  return [
    say("graph_label", { nodes: nodes.length, links: links.length }),
    ...(only ? [say("graph_links", { name: shortened(only, vocabulary.prefixes) })] : []),
    ...(nodes.length < count ? [say("shown_of", { shown: nodes.length, count })] : []),
  ].join(" ");
}

function onlyPredicate(links: readonly NetworkLink[]): string | null {
  const names = new Set(links.map(({ predicate }) => predicate));
  return names.size === 1 ? (links[0]?.predicate ?? null) : null;
}

function arrow(): SVGElement {
  const shape = svg("path", { d: "M0 0 L8 4 L0 8 z" });
  const size = { viewBox: "0 0 8 8", refX: "16", refY: "4", markerWidth: "7", markerHeight: "7" };
  return svg("defs", {}, svg("marker", { id: ARROW, orient: "auto", ...size }, shape));
}

function lines(
  network: Network,
  spots: ReadonlyMap<string, Spot>,
  context: Context,
): readonly SVGElement[] {
  const written = network.links.length <= NAMED_LINKS && onlyPredicate(network.links) === null;
  return network.links.flatMap((link) => {
    const from = spots.get(link.source);
    const to = spots.get(link.target);
    const name = shortened(link.predicate, context.vocabulary.prefixes);
    return from && to ? [line(from, to, name), ...(written ? [between(from, to, name)] : [])] : [];
  });
}

function line(from: Spot, to: Spot, name: string): SVGElement {
  const ends = { x1: `${from.x}`, y1: `${from.y}`, x2: `${to.x}`, y2: `${to.y}` };
  const attributes = { ...ends, class: "link", "marker-end": `url(#${ARROW})` };
  return svg("line", attributes, svg("title", {}, name));
}

function between(from: Spot, to: Spot, name: string): SVGElement {
  const middle = { x: `${(from.x + to.x) / 2}`, y: `${(from.y + to.y) / 2 - 3}` };
  return svg("text", { ...middle, "text-anchor": "middle", class: "predicate" }, name);
}

function dot(
  { node, x, y }: Spot,
  context: Context,
  pick: (name: string, thing: NetworkNode["term"]) => void,
): SVGElement {
  const name = shortened(node.name, context.vocabulary.prefixes);
  const made = svg(
    "g",
    { class: "node", transform: `translate(${x} ${y})` },
    svg("title", {}, node.term.value),
    svg("circle", { r: "7" }),
    svg("text", { x: "11", y: "4" }, clipped(name, 28)),
  );
  made.addEventListener("click", () => pick(name, node.term));
  return made;
}
