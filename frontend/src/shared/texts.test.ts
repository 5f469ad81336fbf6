import { expect, it } from "vitest";
import { clipped, speaker } from "./texts";

it("places are filled, numbers as the language writes them", () => {
  const texts = { rows: "Baris: {count} dari {what}" };
  expect(speaker(texts, "id")("rows", { count: 12345, what: "{count}" })).toBe(
    "Baris: 12.345 dari {count}",
  );
  expect(speaker(texts, "en")("rows", { count: 12345 })).toBe("Baris: 12,345 dari {what}");
});

it("a text that nobody wrote shows its key", () => {
  expect(speaker({}, "en")("missing")).toBe("missing");
});

it("a long text is cut between characters", () => {
  expect(clipped("🏙🏙🏙", 2)).toBe("🏙…");
  expect(clipped("🏙🏙", 2)).toBe("🏙🏙");
});
