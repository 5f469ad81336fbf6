import { expect, it } from "vitest";
import { Refused, TooLong, Unreachable } from "./request";
import { BrokenAnswer } from "./results";
import { troubleOf } from "./trouble";

const say = (key: string) => key;
const refused = (message: string) => new Refused({ status: 400, message, place: null });

it.each([
  [refused("no such word"), "refused", "no such word", false],
  [refused(""), "refused", "refused_message", false],
  [new BrokenAnswer("cut", "the time limit"), "broken", "the time limit broken_message", true],
  [new BrokenAnswer("no JSON"), "broken", "broken_message", true],
  [new TooLong(), "too_long", "too_long_message", true],
  [new Unreachable(), "unreachable", "unreachable_message", false],
  [new TypeError("of ours"), "unexpected", "unexpected_message", false],
])("%s is said in words", (error, title, message, file) => {
  expect(troubleOf(error, say)).toEqual({ title, message, file });
});
