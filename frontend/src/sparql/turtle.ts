/* Graphs in Turtle. Loaded only where an answer is a graph. */

import { Parser, type Term as RdfTerm } from "n3";
import { BrokenAnswer, type Term, type Triple } from "./results";

const STRING = "http://www.w3.org/2001/XMLSchema#string";

/** Read a graph. Throws BrokenAnswer where the text is no whole Turtle. */
export function readTurtle(body: string): Triple[] {
  try {
    return new Parser({ blankNodePrefix: "" }).parse(body).map((quad) => ({
      subject: term(quad.subject),
      predicate: term(quad.predicate),
      object: term(quad.object),
    }));
  } catch (error) {
    throw new BrokenAnswer(String(error));
  }
}

function term(read: RdfTerm): Term {
  if (read.termType === "NamedNode") return { type: "uri", value: read.value };
  if (read.termType === "BlankNode") return { type: "bnode", value: read.value };
  if (read.termType !== "Literal") return { type: "triple", value: read.value };
  if (read.language) return { type: "literal", value: read.value, language: read.language };
  const datatype = read.datatype.value;
  return { type: "literal", value: read.value, ...(datatype === STRING ? {} : { datatype }) };
}
