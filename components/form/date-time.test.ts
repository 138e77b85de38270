import { describe, expect, it } from "vitest";
import { fromLocalInput, toLocalInput } from "./date-time";

describe("local date-times", () => {
  it("are read on the clock of the given zone, in winter and in summer", () => {
    expect(fromLocalInput("2026-01-15T09:30", "Europe/Berlin")).toBe("2026-01-15T08:30:00.000Z");
    expect(fromLocalInput("2026-07-15T09:30", "Europe/Berlin")).toBe("2026-07-15T07:30:00.000Z");
    expect(fromLocalInput("2026-07-15T09:30", "Asia/Kathmandu")).toBe("2026-07-15T03:45:00.000Z");
  });

  it("come back as they were typed", () => {
    for (const zone of ["UTC", "America/New_York", "Pacific/Auckland"]) {
      const instant = fromLocalInput("2026-03-01T23:59", zone);
      expect(instant && toLocalInput(instant, zone)).toBe("2026-03-01T23:59");
    }
  });

  it("become a real moment when the clocks skip them", () => {
    expect(fromLocalInput("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  });

  it("are null while unfinished", () => {
    expect(fromLocalInput("", "UTC")).toBeNull();
    expect(fromLocalInput("2026-01-15", "UTC")).toBeNull();
  });
});
