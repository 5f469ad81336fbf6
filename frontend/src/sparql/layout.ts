/* Where the nodes of a network stand: they push each other away, links hold them together. */

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
import type { Network, NetworkNode } from "./network";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room kept free at each edge, and for names at the right. */
  readonly margin: number;
  readonly names: number;
}

export interface Spot {
  readonly node: NetworkNode;
  readonly x: number;
  readonly y: number;
}

/** After so many rounds the nodes hardly move any more. */
const ROUNDS = 200;

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly node: NetworkNode;
}

/** Give the place of each node within a frame, by its id. The same network always gives the same places. */
export function layout(network: Network, frame: Frame): ReadonlyMap<string, Spot> {
  const bodies = settled(network);
  const across = into(bodies.map(at("x")), frame.margin, frame.width - frame.names);
  const down = into(bodies.map(at("y")), frame.margin, frame.height - frame.margin);
  return new Map(
    bodies.map((body) => [
      body.id,
      { node: body.node, x: across(at("x")(body)), y: down(at("y")(body)) },
    ]),
  );
}

function settled(network: Network): readonly Body[] {
  const bodies: Body[] = network.nodes.map((node) => ({ id: node.id, node }));
  const links = network.links.map(({ source, target }) => ({ source, target }));
  const together = forceLink<Body, { source: string; target: string }>(links);
  forceSimulation(bodies)
    .force("link", together.id(({ id }) => id).distance(90))
    .force("push", forceManyBody().strength(-260))
    .force("room", forceCollide(22))
    .force("centre", forceCenter(0, 0))
    .force("across", forceX(0).strength(0.05))
    .force("down", forceY(0).strength(0.09))
    .stop()
    .tick(ROUNDS);
  return bodies;
}

function at(axis: "x" | "y"): (body: Body) => number {
  return (body) => body[axis] ?? 0;
}

function into(values: readonly number[], from: number, to: number): (value: number) => number {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return (value) => (span ? from + ((value - least) / span) * (to - from) : (from + to) / 2);
}
