/* Solutions that have a place on the map. */

import type { Row, Solutions, Term } from "./results";
import { numberOf } from "./values";

export interface Point {
  /** Degrees east. */
  readonly longitude: number;
  /** Degrees north. */
  readonly latitude: number;
  readonly name: string;
  /** The thing itself, where a column holds one. */
  readonly thing: Term | null;
}

const LATITUDE = /^(lat|latitude|lintang)$/i;
const LONGITUDE = /^(lon|long|lng|longitude|bujur)$/i;
const WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

/** Give the points of solutions: from a latitude and a longitude, or from a point in WKT. Others are left out. */
export function pointsOf({ variables, rows }: Solutions): readonly Point[] {
  const latitude = variables.find((name) => LATITUDE.test(name));
  const longitude = variables.find((name) => LONGITUDE.test(name));
  const used = [latitude, longitude];
  return rows.flatMap((row) => {
    const pair =
      latitude && longitude ? degrees(row[latitude], row[longitude]) : ofWkt(row, variables);
    if (!pair) return [];
    const others = variables.filter((name) => !used.includes(name)).map((name) => row[name]);
    return [
      { ...pair, name: nameOf(others), thing: others.find((term) => term?.type === "uri") ?? null },
    ];
  });
}

type Pair = Pick<Point, "longitude" | "latitude">;

function degrees(latitude: Term | undefined, longitude: Term | undefined): Pair | null {
  return onEarth(numberOf(latitude), numberOf(longitude));
}

function onEarth(latitude: number | null, longitude: number | null): Pair | null {
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function ofWkt(row: Row, variables: readonly string[]): Pair | null {
  const wkt = variables.map((name) => row[name]).find((term) => term?.datatype === WKT);
  const found = /\bPOINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)/i.exec(wkt?.value ?? "");
  return found ? onEarth(Number(found[2]), Number(found[1])) : null;
}

function nameOf(terms: readonly (Term | undefined)[]): string {
  const text = terms.find((term) => term?.type === "literal" && term.datatype !== WKT);
  return text?.value ?? terms.find((term) => term?.type === "uri")?.value ?? "";
}
