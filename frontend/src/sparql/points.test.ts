import { expect, it } from "vitest";
import { pointsOf } from "./points";
import type { Row, Solutions, Term } from "./results";

const double = (value: string): Term => ({
  type: "literal",
  value,
  datatype: "http://www.w3.org/2001/XMLSchema#double",
});
const city: Term = { type: "uri", value: "https://w3id.org/cityrel/place/1648473" };
const name: Term = { type: "literal", value: "Bogor", language: "id" };

function solutions(...rows: Row[]): Solutions {
  return { form: "solutions", variables: Object.keys(rows[0] ?? {}), rows };
}

it("a row with latitude and longitude is a point with its name and thing", () => {
  expect(pointsOf(solutions({ city, name, lat: double("-6.59"), long: double("106.79") }))).toEqual(
    [{ latitude: -6.59, longitude: 106.79, name: "Bogor", thing: city }],
  );
});

it("a point in WKT has its longitude first", () => {
  const wkt: Term = {
    type: "literal",
    value: "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(106.79 -6.59)",
    datatype: "http://www.opengis.net/ont/geosparql#wktLiteral",
  };
  expect(pointsOf(solutions({ city, wkt }))).toMatchObject([
    { latitude: -6.59, longitude: 106.79 },
  ]);
});

it("what lies nowhere on Earth, or is no number, is left out", () => {
  const rows = [
    { lat: double("91"), long: double("0") },
    { lat: double("0"), long: double("-181") },
    { lat: name, long: double("0") },
  ];
  expect(pointsOf(solutions(...rows))).toEqual([]);
});

it("rows without coordinates are no points", () => {
  expect(pointsOf(solutions({ city, name }))).toEqual([]);
});
